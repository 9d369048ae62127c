import assert from "node:assert/strict";
import { inspectLead } from "lib/recordings/mod.ts";

const frequency = 250;

Deno.test("inspectLead() finds nothing wrong with an ECG", () => {
  assert.deepEqual(inspectLead(ecg(), frequency), []);
});

Deno.test("inspectLead() tells missing and flat stretches, the longest of each and where", () => {
  const samples = ecg();
  samples.fill(NaN, 500, 1500);
  samples.fill(NaN, 2000, 2010);
  samples.fill(0.25, 7500, 10_000);
  assert.deepEqual(sentences(samples), [
    "6.73 % of the signal is missing, in 2 stretches: the longest, 4 s, begins at 2 s.",
    "16.7 % of the signal is flat, in one stretch: the longest, 10 s, begins at 30 s.",
  ]);
});

Deno.test("inspectLead() tells a signal that reaches the limits of its range", () => {
  const clipped = ecg().map((value) => Math.min(value, 0.5));
  assert.match(sentences(clipped)[0]!, /^The signal reaches the limit of its range 60 times, /);
});

Deno.test("inspectLead() tells a unit that the size of the signal speaks against", () => {
  const factors: [number, string][] = [
    [
      1000,
      'The signal spans 1320 mV, but an ECG spans 0.08 to 20 mV: its unit is probably uV (option unit: "uV").',
    ],
    [
      0.001,
      'The signal spans 0.00132 mV, but an ECG spans 0.08 to 20 mV: its unit is probably V (option unit: "V").',
    ],
    [
      50,
      "The signal spans 66.2 mV, but an ECG spans 0.08 to 20 mV: it is not an ECG, or its unit or scale is wrong.",
    ],
    [0.01, "The signal spans 0.0132 mV, but an ECG spans 0.08 to 20 mV: it is very small."],
  ];
  for (const [factor, sentence] of factors) {
    assert.deepEqual(sentences(ecg().map((value) => value * factor)), [sentence]);
  }
});

Deno.test("inspectLead() tells an inverted signal", () => {
  const [finding, ...more] = inspectLead(ecg().map((value) => -value), frequency);
  assert.deepEqual([finding!.kind, more], ["inverted", []]);
  assert.match(
    finding!.sentence,
    /^The largest waves point down in 100 % of the signal: it may be inverted/,
  );
});

Deno.test("inspectLead() tells a rate and a length at which beats cannot be found", () => {
  assert.deepEqual(inspectLead(ecg(), 10).map(({ sentence }) => sentence), [
    "10 Hz is too slow a rate to find beats: at least 50 Hz is needed.",
  ]);
  assert.deepEqual(inspectLead(ecg(), 64).map(({ sentence }) => sentence), [
    "64 Hz is a slow rate for the shapes of beats: from 100 Hz on they are clearer.",
  ]);
  assert.deepEqual(inspectLead(ecg(), 1001).map(({ kind }) => kind), []);
  assert.deepEqual(inspectLead(ecg(), 10_001).map(({ kind }) => kind), ["frequency", "short"]);
  assert.deepEqual(sentences(ecg().subarray(0, 250)), [
    "The lead lasts 1 s: too short for a rhythm.",
  ]);
});

Deno.test("inspectLead() tells a lead that has nothing in it", () => {
  assert.deepEqual(sentences(new Float32Array(5000).fill(NaN)), ["The lead has no samples."]);
  assert.deepEqual(sentences(new Float32Array()), ["The lead has no samples."]);
  const flat = new Float32Array(5000);
  flat.fill(NaN, 0, 100);
  assert.equal(sentences(flat).at(-1), "The lead is flat: all its samples are the same.");
});

function sentences(samples: Float32Array): string[] {
  return inspectLead(samples, frequency).map(({ sentence }) => sentence);
}

/** 60 s of beats, one a second: P, QRS and T waves on a slow wander. */
function ecg(): Float32Array {
  const wave = (t: number, at: number, width: number) => Math.exp(-(((t - at) / width) ** 2));
  return Float32Array.from({ length: 60 * frequency }, (_, i) => {
    const t = i / frequency % 1;
    const beat = 0.12 * wave(t, 0.2, 0.03) - 0.1 * wave(t, 0.37, 0.01) + 1.2 * wave(t, 0.4, 0.015) -
      0.2 * wave(t, 0.43, 0.01) + 0.3 * wave(t, 0.65, 0.06);
    return beat + 0.05 * Math.sin(i / 400);
  });
}
