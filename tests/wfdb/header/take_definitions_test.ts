import assert from "node:assert/strict";
import type { Annotation } from "lib/wfdb/mod.ts";
import { takeDefinitions } from "lib/wfdb/header/take_definitions.ts";

const beats = [annotation(100, "N"), annotation(201, "[42]")];

Deno.test("takeDefinitions() leaves annotations without definitions alone", () => {
  const ordinary = [annotation(0, '"', "by hand"), ...beats];
  assert.deepEqual(takeDefinitions(ordinary, 360), ordinary);
});

Deno.test("takeDefinitions() rescales from the time resolution of the file to that of the record", () => {
  const notes = [annotation(0, '"', "## time resolution: 720")];
  const samples = takeDefinitions([...notes, ...beats], 360).map(({ sample }) => sample);
  assert.deepEqual(samples, [50, 101]);
  const unscaled = takeDefinitions([...notes, ...beats], undefined).map(({ sample }) => sample);
  assert.deepEqual(unscaled, [100, 201]);
});

Deno.test("takeDefinitions() applies custom symbols", () => {
  const texts = ["## annotation type definitions", "42 own Our own", "## end of definitions"];
  const notes = texts.map((text) => annotation(0, '"', text));
  const symbols = takeDefinitions([...notes, ...beats], 360).map(({ symbol }) => symbol);
  assert.deepEqual(symbols, ["N", "own"]);
});

function annotation(sample: number, symbol: string, auxiliary = ""): Annotation {
  return { sample, symbol, subtype: 0, channel: 0, number: 0, auxiliary };
}
