import { childStatus } from "lib/setup/mod.ts";
import { type TestCounts, testCounts } from "./test_counts.ts";

/**
 * Runs `deno test` with the examples in the documentation, and passes on what it prints.
 *
 * @param root The checkout.
 * @returns `counts` is `undefined` when the run ended before it counted.
 */
export async function runDenoTest(
  root: string,
  options: string[],
): Promise<{ code: number; counts: TestCounts | undefined }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--doc", ...options],
    cwd: root,
    env: Deno.stdout.isTerminal() ? { FORCE_COLOR: "1" } : {},
    stdout: "piped",
  }).spawn();
  const status = childStatus(child);
  let end = "";
  const decoder = new TextDecoder();
  for await (const bytes of child.stdout) {
    await writeAll(bytes);
    end = (end + decoder.decode(bytes, { stream: true })).slice(-10_000);
  }
  const { code } = await status;
  return { code, counts: testCounts(end) };
}

async function writeAll(bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await Deno.stdout.write(bytes.subarray(written));
  }
}
