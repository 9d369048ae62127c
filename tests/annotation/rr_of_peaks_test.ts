import assert from "node:assert/strict";
import { rrOfPeaks } from "lib/annotation/rr_of_peaks.ts";

const rate = 100;

Deno.test("rrOfPeaks() does not know an interval with a gap, whatever short ones come before it", () => {
  const peaks = [100, 200, 300, 600, 700];
  const missing = [{ first: 110, end: 115 }, { first: 310, end: 315 }, { first: 350, end: 550 }];
  const rr = rrOfPeaks(peaks, { missing, places: [0, 1, 2, 3, 4], rate });
  assert.deepEqual([...rr], [NaN, 1, 1, NaN, 1]);
});

Deno.test("rrOfPeaks() does not know an interval with noise", () => {
  const rr = rrOfPeaks([100, 200, 300], { missing: [], places: [0, 1, 4], rate });
  assert.deepEqual([...rr], [NaN, 1, NaN]);
});
