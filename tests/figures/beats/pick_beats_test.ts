import assert from "node:assert/strict";
import { pickBeats } from "lib/figures/beats/pick_beats.ts";

const beats = Array.from({ length: 20 }, (_, index) => ({ label: index % 2, index }));

Deno.test("pickBeats() takes beats of the class at even distances", () => {
  assert.deepEqual(pickBeats(beats, 1, 5).map(({ index }) => index), [3, 7, 11, 15, 19]);
});

Deno.test("pickBeats() takes all there are where there are fewer", () => {
  assert.equal(pickBeats(beats, 0, 50).length, 10);
  assert.deepEqual(pickBeats(beats, 4, 3), []);
});
