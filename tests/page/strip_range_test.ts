import assert from "node:assert/strict";
import {
  clampRange,
  firstFrom,
  nearestTo,
  rangeWith,
  zoomRange,
} from "lib/page/view/strip/strip_range.ts";

Deno.test("clampRange() keeps a range within the recording and at least a second wide", () => {
  assert.deepEqual(clampRange({ from: -3, span: 10 }, 60), { from: 0, span: 10 });
  assert.deepEqual(clampRange({ from: 58, span: 10 }, 60), { from: 50, span: 10 });
  assert.deepEqual(clampRange({ from: 20, span: 0.1 }, 60), { from: 20, span: 1 });
  assert.deepEqual(clampRange({ from: 20, span: 100 }, 0.4), { from: 0, span: 0.4 });
});

Deno.test("zoomRange() keeps the moment under the pointer in its place", () => {
  const zoomed = zoomRange({ from: 10, span: 20 }, { factor: 0.5, share: 0.25, total: 60 });
  assert.deepEqual(zoomed, { from: 12.5, span: 10 });
  assert.deepEqual(
    zoomRange({ from: 10, span: 20 }, { factor: 100, share: 0.25, total: 60 }),
    { from: 0, span: 60 },
  );
});

Deno.test("rangeWith() moves a range only to a moment outside or at its edge", () => {
  const range = { from: 10, span: 10 };
  assert.equal(rangeWith(range, 15, 60), range);
  assert.deepEqual(rangeWith(range, 40, 60), { from: 35, span: 10 });
  assert.deepEqual(rangeWith(range, 59, 60), { from: 50, span: 10 });
});

Deno.test("firstFrom() and nearestTo() find beats by time", () => {
  const times = [1, 2, 4];
  assert.deepEqual([0, 2, 2.5, 9].map((time) => firstFrom(times, time)), [0, 1, 2, 3]);
  assert.deepEqual([0, 1.4, 1.6, 3.5, 9].map((time) => nearestTo(times, time)), [0, 0, 1, 2, 2]);
  assert.equal(nearestTo([], 3), -1);
});
