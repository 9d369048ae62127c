/** The result of a program: its exit code and the end of what it printed. */
export interface CommandResult {
  /** Exit code; 127 when the program was not found. */
  code: number;
  /** The last characters of standard output and standard error together. */
  output: string;
}

/** What a program is run with. */
export interface CommandOptions {
  /** Working directory. */
  directory?: string;
  /** Variables added to the environment. */
  environment?: Record<string, string>;
  /** Kills the program when it is aborted. */
  signal?: AbortSignal;
}

/** Runs a program to its end; tests put a stand-in here. */
export type RunCommand = (command: string[], options?: CommandOptions) => Promise<CommandResult>;

const KILLED = 137;
const KEPT_CHARACTERS = 20_000;

/**
 * Runs a program without a terminal and collects what it prints. A missing program gives exit code
 * 127, not an exception.
 */
export async function runCommand(
  command: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [program = "", ...programArguments] = command;
  if (options.signal?.aborted) return { code: KILLED, output: "" };
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(program, {
      args: programArguments,
      cwd: options.directory,
      env: options.environment,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  } catch (error) {
    return { code: 127, output: `${program}: ${(error as Error).message}` };
  }
  // npm reacts slowly to a gentler signal.
  const kill = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It ended meanwhile.
    }
  };
  options.signal?.addEventListener("abort", kill);
  const [standardOutput, standardError, status] = await Promise.all([
    lastCharacters(child.stdout),
    lastCharacters(child.stderr),
    child.status,
  ]);
  options.signal?.removeEventListener("abort", kill);
  return { code: status.code, output: standardOutput + standardError };
}

async function lastCharacters(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of stream) {
    text = (text + decoder.decode(bytes, { stream: true })).slice(-KEPT_CHARACTERS);
  }
  return text;
}
