import type { RunCommand } from "./run_command.ts";
import type { SetupPaths } from "./setup_paths.ts";

/** What every step of set-up is given. */
export interface SetupStep {
  /** Where things go. */
  paths: SetupPaths;
  /** Runs a program in the checkout. */
  run: RunCommand;
  /** Reports one line of progress. */
  say: (line: string) => void;
}
