import assert from "node:assert/strict";
import { parseConfiguration, type SweepRun } from "lib/sweeps/mod.ts";
import { Float } from "lib/sweeps/configuration/float.ts";
import { bestWords, endingWords } from "lib/tasks/helpers/sweep/sweep_words.ts";

const { config } = parseConfiguration(`
method: grid
metric: {name: val_loss}
command: ["\${env}", deno, task, train, cnn, "\${args}"]
parameters: {rate: {values: [0.00001]}, note: {values: ["it's 1"]}}
`);
const run: SweepRun = {
  id: "aaaa",
  state: "finished",
  parameters: { note: "it's 1", rate: new Float(1e-5) },
  metric: [0.5],
};
const best = { run, value: 0.5 };

Deno.test("bestWords() says the best run and its command as a shell takes it", () => {
  assert.deepEqual(bestWords({ best, config, sweepId: "s" }, "runs/x"), [
    "best val_loss: 0.5 in run aaaa",
    "repeat it with: deno task train cnn '--note=it'\\''s 1' --rate=1e-05",
  ]);
  assert.deepEqual(bestWords({ config, sweepId: "s" }, "runs/x"), []);
});

Deno.test("endingWords() says how to go on, and where to read of a failure", () => {
  const status = { sweepId: "s", directory: "my runs/x", config, jobs: 2, trials: [] };
  const failed = { ...run, id: "bbbb", state: "failed" as const };
  const words = endingWords(
    { ...status, runs: [run, failed], best, ending: "interrupted" },
    "x.yaml",
  );
  assert.deepEqual(words.split("\n").filter((line) => !/^(best|repeat)/.test(line)), [
    "interrupted: 2 runs in my runs/x",
    "A failed trial's console: my runs/x/trials/bbbb/console.log",
    "Continue with: deno task sweep x.yaml --jobs 2 --dir 'my runs/x' --resume",
  ]);
});

Deno.test("endingWords() says that a search had nothing to go by", () => {
  const status = { sweepId: "s", directory: "runs/x", config, jobs: 1, trials: [] };
  const silent = { ...run, metric: [] };
  assert.match(
    endingWords({ ...status, runs: [silent], ending: "done" }, "x.yaml"),
    /no run has logged val_loss with W&B/,
  );
});
