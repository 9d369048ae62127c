import assert from "node:assert/strict";
import { sweepArguments } from "lib/tasks/helpers/sweep/sweep_arguments.ts";

Deno.test("sweepArguments() names the folder after the file", () => {
  assert.deepEqual(sweepArguments(["sweeps/cnn_bayes.yaml"]), {
    path: "sweeps/cnn_bayes.yaml",
    directory: "runs/sweeps/cnn_bayes",
    jobs: 1,
    resume: false,
    store: false,
    full: [],
    timeLimit: 21_600_000,
  });
});

Deno.test("sweepArguments() reads its flags", () => {
  const args = [
    "a.yaml",
    "--jobs",
    "2",
    "--dir",
    "d",
    "--resume",
    "--store",
    "--time-limit=5",
    "--full=r,s",
  ];
  assert.deepEqual(sweepArguments(args), {
    path: "a.yaml",
    directory: "d",
    jobs: 2,
    resume: true,
    store: true,
    full: ["r", "s"],
    timeLimit: 5000,
  });
});

Deno.test("sweepArguments() refuses no file, two files, numbers that are none, and no folders", () => {
  assert.throws(() => sweepArguments([]), /Name one sweep file/);
  assert.throws(() => sweepArguments(["a", "b"]), /Name one sweep file/);
  assert.throws(() => sweepArguments(["a", "--jobs", "0"]), /--jobs must be a whole number/);
  assert.throws(() => sweepArguments(["a", "--full="]), /--full must name folders .* is ""/);
});
