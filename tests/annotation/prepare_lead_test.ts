import assert from "node:assert/strict";
import { beatsOfPeaks, dropNoise, prepareLead } from "lib/annotation/mod.ts";
import { resample, segmentWithContext } from "lib/beats/mod.ts";
import { scoreDetections } from "lib/peaks/mod.ts";
import { createPrng, gaussianPrng } from "lib/random/mod.ts";
import { fromWfdb, inspectLead } from "lib/recordings/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";

const record = synthesizeRecord(syntheticPatients[3]!, { duration: 120 });
const lead = fromWfdb(record).leads[0]!;
const annotated = record.annotations.filter(({ symbol }) => symbol !== "+");
const samples = annotated.map(({ sample }) => sample);

Deno.test("beats of a lead in mV are those of the record's raw integers, to the bit", () => {
  const { signal, missing } = prepareLead(lead);
  assert.deepEqual(missing, []);
  const found = beatsOfPeaks(signal, samples);
  const wanted = segmentWithContext(record, "MLII");
  assert.equal(found.length, wanted.length + 1); // the last beat has one too
  for (const [i, { row, inputs }] of wanted.slice(0, -1).entries()) {
    assert.deepEqual(found[i]!.row, row);
    assert.deepEqual(found[i]!.inputs!.context!.slice(0, 12), inputs!.context!.slice(0, 12));
    const unlikeness = [found[i]!, wanted[i]!].map((beat) => beat.inputs!.context![12]!);
    assert.ok(Math.abs(unlikeness[0]! - unlikeness[1]!) < 1e-5);
    inputs!.difference!.forEach((value, at) => {
      assert.ok(Math.abs(found[i]!.inputs!.difference![at]! - value) < 1e-5);
    });
  }
});

for (const frequency of [60, 125, 250, 1000, 2000]) {
  Deno.test(`prepareLead() finds the beats of a lead of ${frequency} Hz and brings it to 360 Hz`, () => {
    const other = Float32Array.from(resample(lead.samples, { from: 360, to: frequency }));
    const { peaks, signal } = prepareLead({ ...lead, frequency, samples: other });
    assert.ok(Math.abs(signal.length - lead.samples.length) < 10);
    const at360 = peaks.map((peak) => Math.round(peak * 360 / frequency));
    const { missed, invented } = scoreDetections(at360, samples, { rate: 360 });
    assert.deepEqual([missed, invented], [0, 0]);
  });
}

Deno.test("prepareLead() refuses a rate at which no beat can be told", () => {
  for (const frequency of [10, 49, 20_000, NaN]) {
    const few = { ...lead, frequency };
    assert.throws(() => prepareLead(few), /in lead "MLII": wanted 50 to 10000 samples a second/);
    const [finding] = inspectLead(lead.samples, frequency);
    assert.match(finding!.sentence, /50 Hz is needed|10000 Hz can be used/);
  }
});

Deno.test("prepareLead() draws straight lines through gaps and finds no beat in them", () => {
  for (const frequency of [360, 60]) {
    const gapped = frequency === 360
      ? lead.samples.slice()
      : Float32Array.from(resample(lead.samples, { from: 360, to: frequency }));
    gapped.fill(NaN, 30 * frequency, 50 * frequency);
    const { peaks, signal, missing } = prepareLead({ ...lead, frequency, samples: gapped });
    assert.deepEqual(missing, [{ first: 30 * frequency, end: 50 * frequency }]);
    assert.ok(peaks.every((peak) => peak < 30 * frequency || peak >= 50 * frequency));
    assert.ok(peaks.some((peak) => peak > 52 * frequency));
    const [before, middle, after] = [31, 40, 49].map((second) => signal[360 * second]!);
    assert.ok(Math.abs(2 * middle! - before! - after!) < 0.01 * Math.abs(before! - after!) + 3);
  }
});

const gaussian = gaussianPrng(createPrng(5));
const white = Int32Array.from({ length: 360 * 300 }, () => Math.round(1000 * gaussian()));
const peaksOf = (signal: Int32Array) =>
  prepareLead({ ...lead, samples: Float32Array.from(signal) }).peaks;

Deno.test("dropNoise() drops all peaks of noise and none of a heart's", () => {
  const { signal, peaks } = prepareLead(lead);
  assert.deepEqual(dropNoise(signal, peaks), { kept: [...peaks.keys()], dropped: 0 });
  const found = peaksOf(white);
  assert.ok(found.length > 100);
  assert.deepEqual(dropNoise(white, found), { kept: [], dropped: found.length });
});

Deno.test("dropNoise() keeps a heart's beats between stretches of noise", () => {
  const { signal } = prepareLead(lead);
  const mixed = new Int32Array(2 * white.length + signal.length);
  mixed.set(white.map((value) => 100 * value));
  mixed.set(signal, white.length);
  mixed.set(white.map((value) => 100 * value), white.length + signal.length);
  const peaks = [
    ...peaksOf(white),
    ...samples.map((sample) => sample + white.length),
    ...peaksOf(white).map((sample) => sample + white.length + signal.length),
  ];
  const kept = dropNoise(mixed, peaks).kept.map((place) => peaks[place]! - white.length);
  const within = kept.filter((sample) => sample >= 0 && sample < signal.length).length;
  assert.ok(within > 0.9 * samples.length, `${within} of ${samples.length}`);
  assert.ok(kept.length - within < 30);
});
