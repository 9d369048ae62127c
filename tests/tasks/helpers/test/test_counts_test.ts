import assert from "node:assert/strict";
import { testCounts } from "lib/tasks/helpers/test/test_counts.ts";

Deno.test("testCounts() reads the last line of a run, with steps and ignored tests", () => {
  const output = "one ... ok (1ms)\n\nok | 12 passed (3 steps) | 0 failed | 4 ignored (2s)\n\n";
  assert.deepEqual(testCounts(output), { passed: 12, failed: 0, skipped: 4 });
});

Deno.test("testCounts() reads a run that failed, in colours", () => {
  const output =
    "\x1b[0m\x1b[31mFAILED\x1b[0m | 2 passed | 1 failed \x1b[0m(1s)\n\nerror: Test failed";
  assert.deepEqual(testCounts(output), { passed: 2, failed: 1, skipped: 0 });
});

Deno.test("testCounts() finds nothing when the run ended before it counted", () => {
  assert.equal(testCounts("error: Type checking failed.\n"), undefined);
});
