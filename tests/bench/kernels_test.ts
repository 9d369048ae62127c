import assert from "node:assert/strict";
import type { KernelName } from "lib/tensorflow/mod.ts";
import { kernelsTable, losers } from "../../bench/kernels.ts";

const times = (kernel: KernelName, ratio: number) => ({
  kernel,
  ratio,
  cases: [{ network: "cnn" as const, batch: 32, ratio }],
});

Deno.test("a kernel that is slower than what it stands in for is not used", () => {
  const all = [times("parts", 1.2), times("relu", 1.03), times("lstm", 1.04), times("loops", 0.5)];
  assert.deepEqual(losers(all), ["lstm", "parts"]);
});

Deno.test("the table of kernels says which are in use", () => {
  const lines = kernelsTable([times("relu", 1.02), times("lstm", 1.1)]).split("\n");
  assert.deepEqual(lines.slice(2), [
    "| relu | 1.02 | CNN 32: 1.02 | in use |",
    "| lstm | 1.10 | CNN 32: 1.10 | not used |",
  ]);
});
