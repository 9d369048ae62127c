import assert from "node:assert/strict";
import { signalFormats } from "lib/wfdb/mod.ts";
import { sampleCapacity } from "lib/wfdb/signals/signal_formats.ts";

Deno.test("sampleCapacity() counts whole samples only", () => {
  const capacity = (format: number, bytes: number[]) =>
    bytes.map((count) => sampleCapacity(signalFormats.get(format)!, count));
  assert.deepEqual(capacity(16, [0, 1, 2, 3]), [0, 0, 1, 1]);
  assert.deepEqual(capacity(212, [0, 1, 2, 3, 4, 5, 6]), [0, 0, 1, 2, 2, 3, 4]);
  assert.deepEqual(capacity(310, [0, 1, 2, 3, 4, 6, 8]), [0, 0, 1, 1, 3, 4, 6]);
  assert.deepEqual(capacity(311, [0, 1, 2, 3, 4, 6, 7]), [0, 0, 1, 2, 3, 4, 5]);
  assert.deepEqual(capacity(0, [0]), [Infinity]);
});

Deno.test("signalFormats takes the lowest number of a format for a missing sample", () => {
  for (const [format, { bits, missing }] of signalFormats) {
    if (format > 8) assert.equal(missing, -(2 ** (bits - 1)));
  }
});
