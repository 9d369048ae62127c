import { type Environment, findServer, type Server } from "lib/wandb/mod.ts";

/**
 * The W&B server that a sweep's trials log to while they run.
 *
 * @returns `undefined` unless the environment names a key: `wandb login` alone is no wish to send anything.
 */
export function liveServer(
  environment: Environment,
  warn: (message: string) => void,
): Server | undefined {
  if (!environment.WANDB_API_KEY || environment.WANDB_MODE === "offline") return undefined;
  const server = findServer(environment);
  if (!server) {
    warn(
      "WANDB_API_KEY is set, but no server is known: trials keep their runs in folders. Name it in " +
        "WANDB_BASE_URL, or install W&B's client.",
    );
  }
  return server;
}
