import assert from "node:assert/strict";
import { type Int8Scores, int8Table } from "../../bench/onnx_int8.ts";

const score = (bytes: number, macroF1: number, seconds: number) => ({
  bytes,
  validation: { accuracy: 0.99, macroF1 },
  secondsARow: { 1: 3 * seconds, 512: seconds },
});

const test = { accuracy: 0.98, macroF1: 0.9 };
const found: Int8Scores = {
  versions: { onnxruntime: "1.2.3" },
  processor: "a processor",
  validationRows: 8755,
  testRows: 21892,
  largestLoss: 0.005,
  kept: "values",
  models: {
    cnn: {
      float: { ...score(774_870, 0.941, 4), test },
      folded: score(769_607, 0.941, 4),
      weights: score(198_843, 0.9406, 4),
      values: { ...score(207_169, 0.9413, 1), test, differenceWithoutVnni: 0.001 },
    },
  },
};

Deno.test("int8Table() gives size, scores and speed of each kind of file, and no score that was not taken", () => {
  const text = int8Table(found);
  assert.match(
    text,
    /\n\| cnn \| unchanged \| 775 \| 0\.9410 \| 0\.9800 \| 0\.9000 \| 1\.0 \| 1\.0 \|\n/,
  );
  assert.match(
    text,
    /\n\| cnn \| `--int8` \| 208 \| 0\.9413 \| 0\.9800 \| 0\.9000 \| 4\.0 \| 4\.0 \|\n/,
  );
  assert.match(
    text,
    /\n\| cnn \| int8 weights only \| 199 \| 0\.9406 \| – \| – \| 1\.0 \| 1\.0 \|\n/,
  );
  assert.match(
    text,
    /8,755 validation rows and 21,892 test rows in onnxruntime 1\.2\.3\..*a processor/,
  );
});

Deno.test("int8Table() says how fast 8 bits for the weights alone are, by the stored times", () => {
  const { cnn } = found.models;
  const slow = { ...cnn!, weights: { ...cnn!.weights!, secondsARow: { 1: 24, 512: 3.2 } } };
  const text = int8Table({ ...found, models: { cnn: cnn!, slow } });
  assert.match(
    text,
    /8 bits for weights and values, which cost no model more than 0\.005 macro-F1/,
  );
  assert.match(text, /weights alone the speed is 0\.5 to 1\.3 times that of the unchanged file\./);
});

Deno.test("int8Table() calls `--int8` the kind that is kept", () => {
  const text = int8Table({ ...found, kept: "weights" });
  assert.match(text, /\n\| cnn \| int8 weights and values \| 208 /);
  assert.match(text, /\n\| cnn \| `--int8` \| 199 /);
  assert.match(text, /`--int8` uses 8 bits for the weights alone: for values too, they cost/);
});
