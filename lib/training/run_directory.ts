import { createHash } from "node:crypto";
import { join } from "node:path";

/**
 * The folder of a run: the same configuration has the same folder, so that it can be resumed by saying the
 * same again. In `ECG_RUNS`, else in `runs` under the working directory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { runDirectory } from "lib/training/mod.ts";
 *
 * assert.match(runDirectory("cnn", { epochs: 3, seed: 1 }), /cnn-seed1-[0-9a-f]{8}$/);
 * ```
 */
export function runDirectory<Config extends { seed: number }>(
  family: string,
  config: Config,
): string {
  const text = JSON.stringify(Object.entries(config).sort());
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return join(Deno.env.get("ECG_RUNS") ?? "runs", `${family}-seed${config.seed}-${digest}`);
}
