import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CommandOptions, CommandResult, RunCommand } from "lib/setup/run_command.ts";
import { type SetupPaths, setupPaths } from "lib/setup/setup_paths.ts";
import type { SetupStep } from "lib/setup/setup_step.ts";

/** This checkout's own Python, for programs that set-up gives to it. */
export const ownPython = setupPaths(join(import.meta.dirname!, "..", "..")).python;

/** Makes a temporary folder that goes when the tests end. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ecg-beats-"));
  globalThis.addEventListener("unload", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a checkout, with nothing but what set-up reads, in a temporary folder. */
export function makeCheckout(): SetupPaths {
  const paths = setupPaths(makeFolder());
  writeFileSync(join(paths.root, "package.json"), "{}");
  writeFileSync(join(paths.root, "package-lock.json"), "{}");
  writeFileSync(join(paths.root, "requirements.txt"), "jupyterlab\n");
  return paths;
}

/** Writes a file and the folders above it. */
export function writeFile(path: string, content = ""): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Writes a shell script that can be run. */
export function writeScript(path: string, lines: string): void {
  writeFile(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
}

/** A command that was asked for. */
export interface AskedCommand {
  text: string;
  options: CommandOptions;
}

/**
 * Stands in for npm, Python and pip: notes what is asked for and leaves the files that they would.
 * `answer` may give another result instead.
 */
export function fakeInstallers(
  paths: SetupPaths,
  answer: (text: string) => Partial<CommandResult> | undefined = () => undefined,
): { run: RunCommand; asked: AskedCommand[]; step: SetupStep; said: string[] } {
  const asked: AskedCommand[] = [];
  const said: string[] = [];
  const run: RunCommand = async (command, options = {}) => {
    const text = command.join(" ");
    asked.push({ text, options });
    await Promise.resolve();
    const given = answer(text);
    if (given) return { code: 0, output: "", ...given };
    if (command[0] === "nvidia-smi") return { code: 127, output: "" };
    leaveFiles(paths, command);
    return { code: 0, output: "3 13\n" };
  };
  return { run, asked, said, step: { paths, run, say: (line) => said.push(line) } };
}

function leaveFiles(paths: SetupPaths, command: string[]): void {
  const text = command.join(" ");
  if (text.includes("npm:npm")) {
    writeFile(join(paths.nodeModules, "package", "index.js"));
  } else if (text.includes("-m venv")) {
    writeFile(paths.python);
  } else if (text.includes(" download ")) {
    writeFile(join(command[command.indexOf("--dest") + 1]!, "tensorflow.whl"));
  } else if (text.includes("copyfileobj")) {
    const [directory, ...names] = command.slice(5);
    for (const name of names) writeFile(join(directory!, name), "library");
  }
}
