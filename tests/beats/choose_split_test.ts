import assert from "node:assert/strict";
import { chooseSplit, kaggleSplit } from "lib/beats/mod.ts";
import { makeBeats } from "./make_beats.ts";

const labels = Array.from({ length: 100 }, (_, index) => index % 5);
const measured = { name: "records", synthetic: false };

Deno.test("chooseSplit() takes the published split for the records that it knows", () => {
  assert.equal(chooseSplit(makeBeats("100", labels), measured), kaggleSplit);
});

Deno.test("chooseSplit() splits other records and synthetic ones at random", () => {
  const name = "random by beat, seed 0";
  assert.equal(chooseSplit(makeBeats("mine", labels), measured).name, name);
  assert.equal(chooseSplit(makeBeats("100", labels), { ...measured, synthetic: true }).name, name);
});
