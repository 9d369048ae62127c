import assert from "node:assert/strict";
import { chooseSplit, kaggleSplit, mitBihSource } from "lib/beats/mod.ts";
import { makeBeats } from "../make_beats.ts";

const labels = Array.from({ length: 100 }, (_, index) => index % 5);

Deno.test("chooseSplit() takes the published split for the records that it knows", () => {
  assert.equal(chooseSplit(makeBeats("100", labels), mitBihSource), kaggleSplit);
});

Deno.test("chooseSplit() splits other records and synthetic ones at random", () => {
  const name = "random by beat, seed 0";
  const others = { name: "records", synthetic: false };
  assert.equal(chooseSplit(makeBeats("mine", labels), others).name, name);
  assert.equal(chooseSplit(makeBeats("100", labels), others).name, name);
  assert.equal(chooseSplit(makeBeats("mine", labels), mitBihSource).name, name);
  const synthetic = { ...mitBihSource, synthetic: true };
  assert.equal(chooseSplit(makeBeats("100", labels), synthetic).name, name);
});
