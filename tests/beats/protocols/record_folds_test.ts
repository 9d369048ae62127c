import assert from "node:assert/strict";
import { auditDataset, createDataset, ds1, recordFolds } from "lib/beats/mod.ts";
import { makeBeats } from "../make_beats.ts";

/** Records of two hundred N beats of which some have others too, and one nearly all F beats, as in DS1. */
const beats = ds1.flatMap((record, i) => {
  const rare = record === "208" ? new Array(90).fill(3) : i % 2 === 0 ? [3] : [];
  const labels = [...new Array(200).fill(0), ...(i % 3 === 0 ? [1, 1] : []), 2, ...rare];
  return makeBeats(record, labels);
});
const recordsOf = (rows: { provenance: { record: string }[] }) =>
  new Set(rows.provenance.map(({ record }) => record));

Deno.test("recordFolds() tests on every record once and never on a patient that it trains on", () => {
  const parts = recordFolds(beats).map((split) => createDataset(beats, split));
  assert.equal(parts.length, 8);
  const tested = parts.flatMap(({ test }) => [...recordsOf(test)]);
  assert.deepEqual(tested.sort(), [...ds1].sort());
  for (const one of parts) {
    assert.deepEqual(auditDataset(one).sharedPatients, []);
    assert.ok(one.validation.labels.length > 0);
  }
});

Deno.test("every fold has beats of every class, where there are records enough", () => {
  for (const split of recordFolds(beats)) {
    const { test } = createDataset(beats, split);
    assert.deepEqual(new Set(test.labels), new Set([0, 1, 2, 3]), split.name);
  }
});

Deno.test("as many folds as patients leave one patient out each", () => {
  const splits = recordFolds(beats, { folds: ds1.length });
  const sizes = splits.map((split) => recordsOf(createDataset(beats, split).test).size);
  assert.deepEqual(sizes, ds1.map(() => 1));
});

Deno.test("records 201 and 202 go together, for they are of one patient", () => {
  const both = [...beats, ...makeBeats("202", [0, 1, 2])];
  const [fold] = recordFolds(both).filter((split) => split.partOf(both.at(-1)!) === "test");
  assert.equal(fold!.partOf(both.find(({ record }) => record === "201")!), "test");
});

Deno.test("too few or too many folds are an error", () => {
  for (const folds of [2, 23, 2.5]) {
    assert.throws(() => recordFolds(beats, { folds }), /number must be from 3 to 22, the patients/);
  }
});
