// deno task test [PATH ...] [--filter=TEXT]: every test that needs no browser, and the examples in
// lib's documentation; with paths, the tests in those only.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { childStatus } from "lib/setup/mod.ts";

const root = dirname(dirname(import.meta.dirname!));

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
  const runs = options.some((option) => existsSync(option)) ? [options] : allTests(options);
  let exitCode = 0;
  const total: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    const { code, counts } = await runDenoTest(run);
    if (counts === undefined) return code || 1;
    exitCode ||= code;
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
  }
  // Someone who has the records wants to know when a test did not use them.
  const mustNotSkip = Boolean(Deno.env.get("ECG_REQUIRE_RECORDS")) && total.skipped > 0;
  if (mustNotSkip) console.log("ECG_REQUIRE_RECORDS is set, but tests were skipped (see above).");
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return exitCode || (mustNotSkip ? 1 : 0);
}

/** Files run side by side, but for those that change the environment, which all of them share. */
function allTests(options: string[]): string[][] {
  const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("_test.ts") && !file.startsWith("browser"))
    .map((file) => join("tests", file)).sort();
  const changesEnvironment = (file: string) =>
    /Deno\.env\.(set|delete)\(/.test(readFileSync(join(root, file), "utf8"));
  const alone = files.filter(changesEnvironment);
  const together = files.filter((file) => !alone.includes(file));
  return [[...alone, ...options], ["--parallel", "lib", ...together, ...options]];
}

async function runDenoTest(options: string[]) {
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
