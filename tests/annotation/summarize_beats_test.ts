import assert from "node:assert/strict";
import { summarizeBeats } from "lib/annotation/mod.ts";
import { makeBeat } from "./beat_cases.ts";

/** A beat a second but where the text says otherwise: a class each, a space where a gap is. */
function beatsOf(text: string) {
  let isFirst = true;
  return [...text].flatMap((letter, second) => {
    const rr = isFirst ? NaN : 1;
    isFirst = letter === " ";
    if (letter === " ") return [];
    return [makeBeat({ sample: 360 * second, label: "NSVFQ".indexOf(letter), rr })];
  });
}

Deno.test("summarizeBeats() counts classes and gives their burden", () => {
  const beats = beatsOf("NNVNSNNNFN");
  beats[2]!.uncertain = true;
  const { classes, uncertain, ...summary } = summarizeBeats({ beats, classes: 4 });
  assert.equal(summary.beats, 10);
  assert.equal(uncertain, 1);
  assert.deepEqual(
    classes.map(({ letter, beats, uncertain, burden }) => [letter, beats, uncertain, burden]),
    [
      ["N", 7, 0, 0.7],
      ["S", 1, 0, 0.1],
      ["V", 1, 1, 0.1],
      ["F", 1, 0, 0.1],
    ],
  );
});

Deno.test("summarizeBeats() finds runs of three or more, each as long as it is", () => {
  const { runs } = summarizeBeats({ beats: beatsOf("NVVNVVVNSSSSNNNFFFVVV"), classes: 4 });
  assert.deepEqual(runs, [
    { letter: "V", time: 4, beats: 3, rate: 60 },
    { letter: "S", time: 8, beats: 4, rate: 60 },
    { letter: "V", time: 18, beats: 3, rate: 60 },
  ]);
});

Deno.test("a run, a rate and an interval end at a gap", () => {
  const { runs, longestRr, rate } = summarizeBeats({ beats: beatsOf("NVV VVN NN"), classes: 4 });
  assert.deepEqual(runs, []);
  assert.deepEqual(longestRr, { seconds: 1, time: 0 });
  assert.equal(rate.mean, 60);
  assert.ok(Number.isNaN(rate.lowest) && Number.isNaN(rate.highest));
});

Deno.test("lowest and highest rate are means of eight intervals", () => {
  const intervals = [...Array(8).fill(1), ...Array(8).fill(0.5)];
  let time = 0;
  const beats = [NaN, ...intervals].map((rr) => {
    time += rr || 0;
    return makeBeat({ sample: 360 * time, rr });
  });
  const { rate, longestRr } = summarizeBeats({ beats, classes: 4 });
  assert.deepEqual(rate, { mean: 80, lowest: 60, highest: 120 });
  assert.deepEqual(longestRr, { seconds: 1, time: 0 });
});

Deno.test("summarizeBeats() of nothing is nothing", () => {
  const { beats, longestRr, runs, classes } = summarizeBeats({ beats: [], classes: 5 });
  assert.deepEqual([beats, longestRr, runs], [0, undefined, []]);
  assert.deepEqual(classes.map(({ burden }) => burden), [0, 0, 0, 0, 0]);
});
