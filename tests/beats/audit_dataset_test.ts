import assert from "node:assert/strict";
import { auditDataset } from "lib/beats/mod.ts";
import { makeParts } from "./make_beats.ts";

Deno.test("auditDataset() counts the rows of each class in each part", () => {
  assert.deepEqual(auditDataset(makeParts()), {
    counts: { train: [1, 2, 0, 0, 0], validation: [1, 0, 0, 0, 0], test: [1, 0, 0, 0, 1] },
    sharedBeats: 0,
    sharedRows: 0,
    sharedPatients: [],
  });
});

Deno.test("auditDataset() names patients with rows in two parts; records 201 and 202 are one", () => {
  const parts = makeParts();
  parts.train.provenance[0]!.record = "201";
  parts.test.provenance[0]!.record = "202";
  parts.test.provenance[1]!.record = "record 1";
  assert.deepEqual(auditDataset(parts).sharedPatients, ["201", "record 1"]);
});

Deno.test("auditDataset() finds a beat that is in two parts", () => {
  const parts = makeParts();
  parts.test.provenance[1] = { ...parts.train.provenance[2]! };
  assert.equal(auditDataset(parts).sharedBeats, 1);
});

Deno.test("auditDataset() finds equal rows in two parts but not within one", () => {
  const parts = makeParts();
  parts.train.inputs.beat!.values.fill(0.5);
  assert.equal(auditDataset(parts).sharedRows, 0);
  parts.validation.inputs.beat!.values.fill(0.5);
  parts.test.inputs.beat!.values.fill(0.5);
  assert.equal(auditDataset(parts).sharedRows, 3);
});

Deno.test("auditDataset() takes rows of zeros, of a flat signal, for no leak", () => {
  const parts = makeParts();
  for (const { inputs } of Object.values(parts)) inputs.beat!.values.fill(0);
  assert.equal(auditDataset(parts).sharedRows, 0);
});

Deno.test("auditDataset() does not compare places that are not known", () => {
  const parts = makeParts();
  for (const { provenance } of Object.values(parts)) {
    for (const place of provenance) Object.assign(place, { record: "", sample: -1 });
  }
  assert.equal(auditDataset(parts).sharedBeats, 0);
});
