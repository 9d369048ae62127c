import assert from "node:assert/strict";
import { annotateRecording, beatsOfPeaks, labelPeaks, prepareLead } from "lib/annotation/mod.ts";
import { inputsOf } from "lib/beats/mod.ts";
import { topPredictions } from "lib/metrics/mod.ts";
import { buildCnn, predictProbabilities } from "lib/models/mod.ts";
import { createPrng, gaussianPrng } from "lib/random/mod.ts";
import { fromWfdb } from "lib/recordings/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";

await startBackend({ warn: () => {} });
// Untrained: what it says means nothing, but it says it of the inputs that it is given.
const model = buildCnn({ filters: [2, 2], kernels: [3, 3], contextUnits: 2, view: "difference" }, {
  classes: 4,
});
const record = synthesizeRecord(syntheticPatients[3]!, { duration: 60 });
const recording = fromWfdb(record);
const beats = record.annotations.filter(({ symbol }) => symbol !== "+");

/** The recording with other samples in place of its leads. */
function withSamples(samples: Float32Array, frequency = 360) {
  return { ...recording, leads: [{ name: "II", unit: "mV", frequency, samples }] };
}

Deno.test("annotateRecording() labels every beat of a recording and says which lead it took", () => {
  const found = annotateRecording(recording, { model });
  assert.equal(found.beats.length, beats.length);
  assert.equal(found.lead.name, "MLII");
  assert.match(found.notes[0]!, /Lead "MLII", of MLII, V1/);
  found.beats.forEach((beat, i) => {
    assert.ok(Math.abs(beat.sample - beats[i]!.sample) < 12);
    assert.equal(beat.time, beat.sample / 360);
    assert.ok(beat.probability > 0.25 && beat.probability <= 1);
    assert.deepEqual(beat.set, [beat.label]);
    if (i > 0) assert.equal(beat.rr, (beat.sample - found.beats[i - 1]!.sample) / 360);
  });
  assert.match(found.notes.at(-1)!, /uncertainty was not measured/);
});

Deno.test("annotateRecording() takes the lead by name and its prediction sets by threshold", () => {
  const doubt = { temperature: 2, thresholds: [0, 1, 1, 1] };
  const { lead, leadIndex, beats } = annotateRecording(recording, { model, doubt, lead: "v1" });
  assert.deepEqual([lead.name, leadIndex], ["V1", 1]);
  for (const { set, label, probability, uncertain } of beats.slice(0, -1)) {
    assert.ok(set.includes(0) && set.includes(label));
    // With so much for one, no other class has a quarter of the probability, from which on it is possible.
    if (probability > 0.75) assert.deepEqual(set, label === 0 ? [0] : [0, label]);
    assert.equal(uncertain, set.length > 1);
  }
  assert.throws(
    () => annotateRecording(recording, { model, lead: "aVR" }),
    /wanted one of MLII, V1/,
  );
});

Deno.test("annotateRecording() leaves no set empty, whatever the thresholds", () => {
  const doubt = { temperature: 1, thresholds: [1.1, 1.1, 1.1, 1.1] };
  const { beats } = annotateRecording(recording, { model, doubt });
  assert.ok(beats.every(({ set, label }) => set.includes(label)));
});

Deno.test("annotateRecording() has each beat's own label in its set, also where classes count as one", () => {
  const plain = { temperature: 1, thresholds: [1.1, 1.1, 1.1, 1.1] };
  const alone = annotateRecording(recording, { model, doubt: plain }).beats;
  // Two pairs, in which a label that there is does not come first.
  const last = alone[0]!.label;
  const [first, ...rest] = [0, 1, 2, 3].filter((one) => one !== last);
  const groups = [[first!, last], rest];
  const doubt = { temperature: 1, thresholds: [1.1, 1.1], groups };
  const { beats } = annotateRecording(recording, { model, doubt });
  const firstOf = (label: number) => groups.find((group) => group.includes(label))![0]!;
  assert.equal(beats[0]!.label, last);
  beats.forEach(({ label, set }, i) => {
    const others = alone[i]!.set.map(firstOf).filter((one) => one !== firstOf(label));
    assert.deepEqual(set, [...new Set([...others, label])].sort());
  });
});

Deno.test("a beat that the recording cuts off is uncertain", () => {
  const end = beats[9]!.sample + 100;
  const cut = withSamples(recording.leads[0]!.samples.slice(0, end));
  const lost = withSamples(recording.leads[0]!.samples.slice().fill(NaN, end));
  for (const part of [cut, lost]) {
    const found = annotateRecording(part, { model }).beats;
    assert.equal(found.length, 10);
    assert.deepEqual(found.map(({ uncertain }) => uncertain).slice(-2), [false, true]);
  }
});

Deno.test("beats beside a gap are uncertain, and no interval reaches across it", () => {
  const samples = recording.leads[0]!.samples.slice().fill(NaN, 20 * 360, 30 * 360);
  const { beats, seconds, notes } = annotateRecording(withSamples(samples), { model });
  const after = beats.findIndex(({ time }) => time >= 30);
  assert.ok(Number.isNaN(beats[after]!.rr));
  assert.ok(beats[after - 1]!.uncertain && beats[after]!.uncertain && !beats[5]!.uncertain);
  assert.ok(Math.abs(seconds - 50) < 0.01);
  assert.ok(notes.some((note) => /% of the signal is missing/.test(note)));
});

const gaussian = gaussianPrng(createPrng(1));
const noise = Float32Array.from({ length: 360 * 120 }, () => gaussian());
const empty: [string, Float32Array][] = [
  ["only noise", noise],
  ["a flat line", new Float32Array(3600).fill(0.5)],
  ["no samples at all", new Float32Array(3600).fill(NaN)],
  ["one sample", Float32Array.of(1)],
  ["an infinite sample", Float32Array.of(Infinity)],
  ["nothing", new Float32Array()],
];
for (const [what, samples] of empty) {
  Deno.test(`annotateRecording() finds no beats in ${what} and says so`, () => {
    const found = annotateRecording(withSamples(samples), { model });
    assert.deepEqual(found.beats, []);
    assert.equal(found.notes.at(-1), "No beats found.");
  });
}

Deno.test("of a recording of one second all beats are uncertain", () => {
  const second = recording.leads[0]!.samples.slice(beats[3]!.sample - 180, beats[3]!.sample + 180);
  const { beats: found, notes } = annotateRecording(withSamples(second), { model });
  assert.ok(found.length <= 2);
  assert.ok(found.every(({ uncertain }) => uncertain));
  assert.ok(notes.some((note) => /too short for a rhythm/.test(note)));
});

Deno.test("annotateRecording() says nothing of the size of what has no unit of voltage", () => {
  const samples = recording.leads[0]!.samples.map((value) => 1000 * value);
  const spans = (unit: string) => {
    const [lead] = withSamples(samples).leads;
    const { notes } = annotateRecording({ ...recording, leads: [{ ...lead!, unit }] }, { model });
    return notes.filter((note) => note.includes("spans")).length;
  };
  assert.deepEqual(["mV", "", "counts"].map(spans), [1, 0, 0]);
});

Deno.test("annotateRecording() refuses a rate that is too low, and takes one of 10 kHz", () => {
  const low = withSamples(new Float32Array(600), 10);
  assert.throws(() => annotateRecording(low, { model }), /wanted 50 to 10000 .* found 10/);
  const some = recording.leads[0]!.samples.subarray(0, 3600);
  const fast = Float32Array.from({ length: 100_000 }, (_, i) => some[Math.floor(i * 0.036)]!);
  assert.ok(annotateRecording(withSamples(fast, 10_000), { model }).beats.length > 5);
});

Deno.test("annotateRecording() tells how far it is, up to all", () => {
  const shares: number[] = [];
  annotateRecording(recording, { model, onProgress: (share) => shares.push(share) });
  assert.equal(shares.at(-1), 1);
});

Deno.test("labelPeaks() says the same of a recording's beats as of all inputs at once", () => {
  const { signal } = prepareLead(recording.leads[0]!);
  // Enough peaks for three portions; that they are no beats does not matter.
  const peaks = Int32Array.from({ length: 17_000 }, (_, i) => i + Math.floor(i * i / 100_000));
  const classes = 4;
  for (const causal of [false, true]) {
    const inputs = inputsOf(beatsOfPeaks(signal, peaks, { causal }));
    const wanted = topPredictions(predictProbabilities(model, inputs), classes);
    const found = labelPeaks(signal, peaks, { model, causal });
    assert.deepEqual(found.map(({ label }) => label), [...wanted.predicted]);
    found.forEach(({ probability }, i) => {
      assert.ok(Math.abs(probability - wanted.confidences[i]!) < 1e-6);
    });
  }
});
