import assert from "node:assert/strict";
import { classCounts } from "lib/beats/mod.ts";
import { holdOutValidation } from "lib/beats/splits/hold_out_validation.ts";
import { makeDataset } from "../make_beats.ts";

const rows = makeDataset("train", Array.from({ length: 200 }, (_, row) => row % 4 === 0 ? 4 : 0));

Deno.test("holdOutValidation() holds out a tenth of each class and keeps the rest", () => {
  const { train, validation } = holdOutValidation(rows);
  assert.equal(train.role, "train");
  assert.equal(validation.role, "validation");
  assert.deepEqual(classCounts(validation.labels), [15, 0, 0, 0, 5]);
  assert.deepEqual(classCounts(train.labels), [135, 0, 0, 0, 45]);
});

Deno.test("holdOutValidation() puts every row into one part, in the order of the rows", () => {
  const { train, validation } = holdOutValidation(rows, { validationFraction: 0.3, seed: 5 });
  const places = [train, validation].map((part) => part.provenance.map(({ sample }) => sample));
  assert.deepEqual(
    places.flat().sort((a, b) => a - b),
    Array.from({ length: 200 }, (_, row) => row),
  );
  for (const part of places) assert.deepEqual(part, part.toSorted((a, b) => a - b));
});

Deno.test("holdOutValidation() repeats for a seed and differs between seeds", () => {
  const held = (seed?: number) => holdOutValidation(rows, { seed }).validation.provenance;
  assert.deepEqual(held(), held(0));
  assert.notDeepEqual(held(1), held(0));
});

Deno.test("holdOutValidation() can hold out nothing but not everything", () => {
  assert.equal(holdOutValidation(rows, { validationFraction: 0 }).train.labels.length, 200);
  for (const validationFraction of [1, -0.1, NaN]) {
    assert.throws(() => holdOutValidation(rows, { validationFraction }), {
      name: "RangeError",
      message: "Cannot hold out validation rows: " +
        `their share must be at least 0 and less than 1 but is ${validationFraction}`,
    });
  }
});
