import assert from "node:assert/strict";
import { classCounts } from "lib/beats/mod.ts";
import { randomSplit } from "lib/beats/splits/random_split.ts";
import { makeBeats } from "../make_beats.ts";

const labels = Array.from({ length: 200 }, (_, index) => index % 4 === 0 ? 3 : 0);
const beats = [...makeBeats("a", labels), ...makeBeats("b", labels)];

function testBeats(seed?: number) {
  const split = randomSplit(beats, { seed });
  return beats.filter((beat) => split.partOf(beat) === "test");
}

Deno.test("randomSplit() tests on a fifth of each class", () => {
  assert.deepEqual(classCounts(testBeats().map(({ label }) => label)), [60, 0, 0, 20, 0]);
});

Deno.test("randomSplit() repeats for a seed and differs between seeds", () => {
  assert.deepEqual(testBeats(), testBeats(0));
  assert.notDeepEqual(testBeats(), testBeats(1));
});

Deno.test("randomSplit() leaves out beats that it was not made for", () => {
  assert.equal(randomSplit(beats).partOf(makeBeats("c", [0])[0]!), undefined);
});

Deno.test("randomSplit() refuses a share that is none", () => {
  assert.throws(() => randomSplit(beats, { testFraction: 1.1 }), {
    name: "RangeError",
    message: "Cannot split beats: the share to test on must be from 0 to 1 but is 1.1",
  });
});
