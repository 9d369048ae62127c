import assert from "node:assert/strict";
import { beatsTable } from "lib/beats/mod.ts";
import { makeBeats } from "./make_beats.ts";

Deno.test("beatsTable() gives one value a beat in each column", () => {
  assert.deepEqual(beatsTable([...makeBeats("a", [0, 2]), ...makeBeats("b", [4])]), {
    record: ["a", "a", "b"],
    time: [0, 300 / 360, 0],
    symbol: ["N", "V", "/"],
    class: ["N", "V", "Q"],
    rr: [NaN, 300 / 360, NaN],
  });
});
