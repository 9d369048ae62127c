import assert from "node:assert/strict";
import { rrIntervals } from "lib/beats/mod.ts";
import { makeBeats } from "../make_beats.ts";

Deno.test("rrIntervals() gives seconds since the beat before", () => {
  const beats = makeBeats("a", [0, 0, 0]);
  beats[2]!.sample = 300 + 360;
  assert.deepEqual(Array.from(rrIntervals(beats)), [NaN, 300 / 360, 1]);
});

Deno.test("rrIntervals() gives NaN for the first beat of each record", () => {
  const beats = [...makeBeats("a", [0, 0]), ...makeBeats("b", [0, 0])];
  assert.deepEqual(Array.from(rrIntervals(beats)), [NaN, 300 / 360, NaN, 300 / 360]);
});
