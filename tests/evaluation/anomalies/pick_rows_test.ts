import assert from "node:assert/strict";
import { mostUnusualRows, reconstructedBeats, rowsAtShare } from "lib/evaluation/mod.ts";

const labels = Uint8Array.of(0, 2, 0, 0, 2, 0);
const errors = [3, 9, 1, 2, 4, 5];
const provenance = ["100", "100", "100", "100", "101", "101"].map((record, i) => ({
  record,
  sample: 360 * i,
  symbol: "N",
}));

Deno.test("rowsAtShare() gives a row of each class, by the order of its errors", () => {
  assert.deepEqual(rowsAtShare(errors, labels, 0), [2, 4]);
  assert.deepEqual(rowsAtShare(errors, labels, 1), [5, 1]);
  assert.deepEqual(rowsAtShare(errors, labels, 0.5), [3, 4]);
});

Deno.test("mostUnusualRows() gives the largest errors of a class first, few of a record", () => {
  assert.deepEqual(mostUnusualRows(errors, { labels, provenance }), [5, 0, 3]);
  const options = { perRecord: 1, count: 5 };
  assert.deepEqual(mostUnusualRows(errors, { labels, provenance }, options), [5, 0]);
  assert.deepEqual(mostUnusualRows(errors, { labels, provenance }, { label: 2, count: 1 }), [1]);
});

Deno.test("reconstructedBeats() leaves out padding and all inputs but the first", () => {
  const rows = {
    size: 4,
    targets: Float32Array.of(1, 2, 0, 7, 3, 4, 5, 8),
    reconstructions: Float32Array.of(1, 1, 1, 1, 2, 2, 2, 2),
    weights: Float32Array.of(1, 1, 0, 1, 1, 1, 1, 1),
  };
  const [first, second] = reconstructedBeats(rows, { labels, provenance }, {
    picks: [0, 1],
    length: 3,
  });
  assert.deepEqual([...first!.given], [1, 2]);
  assert.deepEqual([...first!.reconstruction], [1, 1]);
  assert.deepEqual([...second!.given], [3, 4, 5]);
  assert.equal(second!.title, "V<br>record 100, 1.0 s");
});
