import assert from "node:assert/strict";
import { type PublishedModel, resultsTable } from "lib/evaluation/mod.ts";

const scores = {
  precision: 0.9,
  recall: 0.9,
  f1: 0.9123,
  support: 10,
  rocArea: 1,
  averagePrecision: 1,
};
const model = {
  name: "cnn",
  config: { rows: 78799, batchSize: 128 },
  history: { epochs: [{ seconds: 90 }, { seconds: 60 }], bestEpoch: 2 },
  metrics: {
    split: "some split",
    accuracy: 0.98765,
    macroF1: 0.9,
    classes: ["N", "S", "V", "F", "Q"].map((letter) => ({ letter, ...scores })),
    commit: "abc1234",
  },
} as unknown as PublishedModel;

Deno.test("resultsTable() has one row a model, with numbers from its files alone", () => {
  const [head, line, row, ...rest] = resultsTable([model]).split("\n");
  assert.equal(rest.length, 0);
  assert.equal(head!.split("|").length, row!.split("|").length);
  assert.match(line!, /^(\| --- )+\|$/);
  assert.equal(
    row,
    "| [cnn](models/cnn) | some split | 78,799 rows, batch 128 | 2 (2) | 3 min | 0.9877 | 0.9000 | " +
      "0.912 | 0.912 | 0.912 | 0.912 | 0.912 | one seed | one seed | abc1234 |",
  );
});

Deno.test("several seeds are told by mean and deviation", () => {
  const seeds = {
    runs: [{}, {}, {}],
    mean: { accuracy: 0.98, macroF1: 0.91 },
    deviation: { accuracy: 0.001, macroF1: 0.002 },
  };
  const metrics = { ...model.metrics, seeds } as unknown as PublishedModel["metrics"];
  assert.match(
    resultsTable([{ ...model, metrics }]),
    /0\.9800 ± 0\.0010 \(3\) \| 0\.9100 ± 0\.0020 \(3\)/,
  );
});
