import type { TrialFiles } from "./trial_files.ts";

/** A running trial. */
export interface TrialProcess {
  /** Resolves when the trial has ended. */
  readonly ended: Promise<void>;
  /** Sends a signal to the trial and all that it has started. */
  signal(signal: "SIGTERM" | "SIGKILL"): void;
}

/**
 * Starts a trial in a process group of its own, away from the terminal, so that Ctrl-C reaches the
 * runner only. A shell around it writes its process number, console and exit code to files, which
 * are there even if the runner is killed meanwhile.
 */
export function startTrial(
  words: readonly string[],
  { files, environment }: { files: TrialFiles; environment: Record<string, string> },
): TrialProcess {
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", script, "sweep-trial", files.pid, files.console, files.exitCode, ...words],
    env: environment,
    clearEnv: true,
    detached: true,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  return {
    ended: child.status.then(() => {}),
    signal: (signal) => signalGroup(child.pid, signal),
  };
}

/** The exit code of a trial that has ended, undefined while it runs or if it left none. */
export function trialExitCode(files: TrialFiles): number | undefined {
  try {
    return Number(Deno.readTextFileSync(files.exitCode));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/**
 * Ends a trial that a killed runner left behind, if it is still there, and waits until it is gone.
 * Its command line must name the trial's files, because its number may belong to another process by
 * now.
 *
 * @returns when it ended, in milliseconds since 1970: where it was gone already, when it left its exit code or, without
 * one, printed last. Undefined where it left nothing.
 */
export async function endOrphan(
  files: TrialFiles,
  { grace }: { grace: number },
): Promise<number | undefined> {
  const end = Date.now() + grace;
  const first = orphanOf(files);
  if (first !== undefined) signalGroup(first, "SIGTERM"); // once: a second one may mean "at once"
  for (let pid; (pid = orphanOf(files)) !== undefined;) {
    if (Date.now() >= end) signalGroup(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return first === undefined ? writtenAt(files.exitCode) ?? writtenAt(files.console) : Date.now();
}

/** The trap lets the shell survive a SIGTERM to the group, so that it can write the exit code. */
const script = `trap : TERM INT
echo $$ >"$1"
console=$2
exit_code=$3
shift 3
"$@" >"$console" 2>&1 </dev/null
code=$?
echo "$code" >"$exit_code.part"
mv "$exit_code.part" "$exit_code"
exit "$code"`;

function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    Deno.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error; // it has ended meanwhile
  }
}

function writtenAt(path: string): number | undefined {
  try {
    return Deno.statSync(path).mtime?.getTime();
  } catch {
    return undefined; // killed before it was there
  }
}

function orphanOf(files: TrialFiles): number | undefined {
  let pid: number;
  try {
    pid = Number(Deno.readTextFileSync(files.pid));
  } catch {
    return undefined;
  }
  return commandOf(pid).includes(files.exitCode) ? pid : undefined;
}

function commandOf(pid: number): string {
  if (Deno.build.os === "linux") {
    try {
      return Deno.readTextFileSync(`/proc/${pid}/cmdline`);
    } catch {
      return ""; // it is gone
    }
  }
  const { stdout } = new Deno.Command("ps", { args: ["-ww", "-o", "args=", "-p", `${pid}`] })
    .outputSync();
  return new TextDecoder().decode(stdout);
}
