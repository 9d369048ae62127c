import { endLeftovers } from "./end_leftovers.ts";
import type { SetupPaths } from "./setup_paths.ts";

/**
 * Waits until no other set-up works on this checkout, then does `work`. The system frees the lock
 * of a set-up that was killed; programs that it left running are ended first.
 */
export async function withSetupLock<T>(
  paths: SetupPaths,
  work: () => Promise<T>,
  options: { say: (line: string) => void; signal?: AbortSignal },
): Promise<T> {
  using lock = await Deno.open(paths.lock, { read: true, write: true, create: true });
  for (let attempt = 0; !await lock.tryLock(true); attempt++) {
    if (attempt === 0) options.say("Another task is setting up this checkout: waiting for it.");
    await new Promise((resolve) => setTimeout(resolve, 100));
    options.signal?.throwIfAborted();
  }
  await endLeftovers(paths.root);
  return await work();
}
