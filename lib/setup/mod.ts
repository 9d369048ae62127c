/** Set-up of a checkout: node packages, .venv, TensorFlow's libraries and the Deno kernel. */
export { childStatus } from "./child_status.ts";
export { jupyterEnvironment } from "./jupyter_environment.ts";
export { setUp, type SetUpOptions } from "./set_up.ts";
export { SetupError, type SetupFailure } from "./setup_error.ts";
export { type SetupPaths, setupPaths } from "./setup_paths.ts";
export type { CommandOptions, CommandResult, RunCommand } from "./run_command.ts";
