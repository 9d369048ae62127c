import assert from "node:assert/strict";
import { scoreDetections } from "lib/peaks/mod.ts";

const url = new URL("../fixtures/peaks/scores.json", import.meta.url);
const { rate, window, cases } = JSON.parse(Deno.readTextFileSync(url));

for (const [index, { beats, detections, ...wanted }] of cases.entries()) {
  Deno.test(`scoreDetections() counts as wfdb-python does (case ${index})`, () => {
    const { distances: _, ...found } = scoreDetections(detections, beats, { rate, window });
    assert.deepEqual(found, wanted);
  });
}

Deno.test("scoreDetections() takes the nearest pairs first, one to one", () => {
  const score = scoreDetections([90, 105], [100], { rate: 100 });
  assert.deepEqual(score, { found: 1, missed: 0, invented: 1, distances: [0.05] });
});

Deno.test("a distance of exactly the window still counts, one sample more does not", () => {
  assert.equal(scoreDetections([154], [100], { rate: 360 }).found, 1);
  assert.equal(scoreDetections([155], [100], { rate: 360 }).found, 0);
});

Deno.test("what is excluded counts on neither side", () => {
  const excluded = [{ start: 100, end: 200 }];
  const { found, missed, invented } = scoreDetections([150, 180, 500], [120, 150, 400], {
    rate: 100,
    excluded,
  });
  assert.deepEqual([found, missed, invented], [0, 1, 1]);
});

Deno.test("without beats or detections all is missed or invented", () => {
  const none = { found: 0, missed: 0, invented: 0, distances: [] };
  assert.deepEqual(scoreDetections([], [], { rate: 360 }), none);
  assert.deepEqual(scoreDetections([], [1, 2], { rate: 360 }), { ...none, missed: 2 });
  assert.deepEqual(scoreDetections([1], [], { rate: 360 }), { ...none, invented: 1 });
});
