import assert from "node:assert/strict";
import { countsHtml, summarizeBeats } from "lib/annotation/mod.ts";
import { makeBeat } from "../beat_cases.ts";

Deno.test("countsHtml() is a table with a row for each class, with its share and its uncertain beats", () => {
  const beats = [0, 0, 2, 0, 2, 2, 2].map((label, i) =>
    makeBeat({ sample: 360 * i, label, rr: i ? 1 : NaN, uncertain: i === 3 })
  );
  const rows = countsHtml(summarizeBeats({ beats, classes: 4 })).match(/<tbody>.*<\/tbody>/)![0]
    .split("<tr>").slice(1)
    .map((row) => row.replaceAll(/<[^>]+>/g, " ").trim().split(/ {2,}/));
  assert.deepEqual(rows[0], ["N", "Normal or bundle branch block", "3", "42.9 %", "1"]);
  assert.deepEqual(rows.map(([letter]) => letter), ["N", "S", "V", "F"]);
});
