// deno task test [PATH ...] [--filter=TEXT]: every test that needs no browser, and the examples in
// lib's documentation; with paths, only the tests in those.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runDenoTest } from "./helpers/test/run_deno_test.ts";
import type { TestCounts } from "./helpers/test/test_counts.ts";

const root = dirname(dirname(import.meta.dirname!));

if (import.meta.main) Deno.exit(await runTests(Deno.args));

/** Runs the tests, prints the counts on a line of their own and returns the exit code. */
async function runTests(options: string[]): Promise<number> {
  const runs = options.some((option) => existsSync(option)) ? [options] : allTests(options);
  let exitCode = 0;
  const total: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    const { code, counts } = await runDenoTest(root, run);
    if (counts === undefined) return code || 1;
    exitCode ||= code;
    for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
  }
  // With the records at hand, a test that did not use them is a mistake.
  const mustNotSkip = Boolean(Deno.env.get("ECG_REQUIRE_RECORDS")) && total.skipped > 0;
  if (mustNotSkip) console.log("ECG_REQUIRE_RECORDS is set, but tests were skipped (see above).");
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return exitCode || (mustNotSkip ? 1 : 0);
}

/** Files run in parallel, except those that change the environment, which all of them share. */
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
