// deno task test [PATH ...] [--filter=TEXT]: every test that needs no browser, and the examples in
// lib's documentation; with paths, the tests in those only.
import { existsSync } from "node:fs";
import { dirname } from "node:path";

const BROWSER_TESTS = "tests/browser";

/** How many tests passed, failed and were skipped. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

if (import.meta.main) Deno.exit(await runTests(Deno.args));

/**
 * Reads the counts from what `deno test` printed.
 *
 * @returns `undefined` when it ended before it counted
 */
export function testCounts(output: string): TestCounts | undefined {
  // deno-lint-ignore no-control-regex
  const plain = output.replaceAll(/\x1b\[[0-9;]*m/g, "");
  const lines = plain.split("\n").filter((line) => /^(ok|FAILED) \| \d+ passed/.test(line));
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const count = (word: string) => Number(last.match(`\\| (\\d+) ${word}`)?.[1] ?? 0);
  return { passed: count("passed"), failed: count("failed"), skipped: count("ignored") };
}

/** Runs the tests, prints the counts on a line of their own and returns the exit code. */
async function runTests(options: string[]): Promise<number> {
  const paths = options.some((option) => existsSync(option)) ? [] : ["lib", "tests"];
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--doc", "--parallel", `--ignore=${BROWSER_TESTS}`, ...paths, ...options],
    cwd: dirname(dirname(import.meta.dirname!)),
    env: Deno.stdout.isTerminal() ? { FORCE_COLOR: "1" } : {},
    stdout: "piped",
  }).spawn();
  let end = "";
  const decoder = new TextDecoder();
  for await (const bytes of child.stdout) {
    await writeAll(bytes);
    end = (end + decoder.decode(bytes, { stream: true })).slice(-10_000);
  }
  const { code } = await child.status;
  const counts = testCounts(end);
  if (counts === undefined) return code || 1;
  // Someone who has the records wants to know when a test did not use them.
  const mustNotSkip = Boolean(Deno.env.get("ECG_REQUIRE_RECORDS")) && counts.skipped > 0;
  if (mustNotSkip) console.log("ECG_REQUIRE_RECORDS is set, but tests were skipped (see above).");
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return code || (mustNotSkip ? 1 : 0);
}

async function writeAll(bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += await Deno.stdout.write(bytes.subarray(written));
  }
}
