import assert from "node:assert/strict";
import { type EcgRecord, physicalSignal } from "lib/wfdb/mod.ts";
import { synthesizeRecord } from "lib/sources/mod.ts";
import {
  type SyntheticPatient,
  syntheticPatients,
} from "lib/sources/synthetic/synthetic_patients.ts";

const patient: SyntheticPatient = {
  name: "s99",
  heartRate: 70,
  rrDeviation: 0.03,
  rhythm: "sinus",
  chances: { A: 0.1, V: 0.1, F: 0.1 },
};
const paced: SyntheticPatient = { ...patient, rhythm: "paced", chances: {} };

/** Mean signal in mV around the beats of a kind, from `before` to `after` seconds from the annotation. */
function meanBeat(record: EcgRecord, symbol: string, before: number, after: number): number[] {
  const signal = physicalSignal(record, 0);
  const samples = record.annotations.filter((annotation) => annotation.symbol === symbol)
    .map(({ sample }) => sample)
    .filter((sample) => sample + before * 360 >= 0 && sample + after * 360 < signal.length);
  assert.ok(samples.length > 5, `only ${samples.length} beats ${symbol}`);
  return Array.from({ length: Math.round((after - before) * 360) }, (_, i) => {
    const at = samples.map((sample) => signal[sample + Math.round(before * 360) + i]!);
    return at.reduce((a, b) => a + b) / at.length;
  });
}

/** Seconds for which the beat is higher, up or down, than half its highest point at the annotation. */
function halfWidth(record: EcgRecord, symbol: string): number {
  const beat = meanBeat(record, symbol, -0.15, 0.15);
  const peak = beat[54]!;
  let [from, to] = [54, 54];
  while (beat[from]! / peak > 0.5) from--;
  while (beat[to]! / peak > 0.5) to++;
  return (to - from) / 360;
}

Deno.test("synthesizeRecord() sets each annotation at the peak of its beat, to the end", () => {
  for (const who of syntheticPatients.slice(0, 9)) {
    const record = synthesizeRecord(who, { duration: 120 });
    const signal = record.signals[0]!;
    const normal = record.annotations.filter(({ symbol }) => symbol === "N").slice(-20);
    for (const { sample } of normal) {
      if (sample + 8 >= signal.length) continue;
      const around = Array.from({ length: 17 }, (_, i) => signal[sample - 8 + i]!);
      const peak = around.indexOf(Math.max(...around)) - 8;
      assert.ok(Math.abs(peak) <= 3, `${who.name}: peak ${peak} samples from ${sample}`);
    }
  }
});

Deno.test("synthesizeRecord() makes ventricular and paced beats wide, normal and atrial ones narrow", () => {
  const record = synthesizeRecord(patient, { duration: 200 });
  const widths = Object.fromEntries(["N", "A", "V"].map((s) => [s, halfWidth(record, s)]));
  assert.ok(widths.N! > 0.015 && widths.N! < 0.04, `N ${widths.N} s`);
  assert.ok(widths.A! > 0.015 && widths.A! < 0.045, `A ${widths.A} s`);
  assert.ok(widths.V! > 0.065 && widths.V! < 0.15, `V ${widths.V} s`);
  const beat = meanBeat(synthesizeRecord(paced, { duration: 60 }), "/", 0, 0.3);
  const low = beat.filter((z) => z < Math.min(...beat) / 2).length / 360;
  assert.ok(low > 0.06, `paced ${low} s below half`);
});

Deno.test("synthesizeRecord() has a P wave before normal beats and none before ventricular ones", () => {
  const record = synthesizeRecord({ ...patient, chances: { V: 0.15 } }, { duration: 300 });
  const rise = (symbol: string) => {
    const beat = meanBeat(record, symbol, -0.25, -0.08);
    const [start, end] = [beat[0]!, beat.at(-1)!];
    return Math.max(...beat.map((z, i) => z - start - (end - start) * i / beat.length));
  };
  assert.ok(rise("N") > 0.05, `N ${rise("N")} mV`);
  assert.ok(rise("V") < rise("N") / 2, `V ${rise("V")} mV`);
});

Deno.test("synthesizeRecord() makes fusion beats wider than normal and narrower than ventricular ones", () => {
  const record = synthesizeRecord(patient, { duration: 300 });
  const area = (symbol: string) =>
    meanBeat(record, symbol, -0.06, 0.06).reduce((sum, z) => sum + Math.abs(z) / 360, 0);
  assert.ok(area("F") > 1.2 * area("N") && area("F") < 0.85 * area("V"));
});

Deno.test("synthesizeRecord() begins a paced beat with a spike", () => {
  const beat = meanBeat(synthesizeRecord(paced, { duration: 60 }), "/", -0.05, 0.03);
  const steps = beat.slice(1).map((z, i) => z - beat[i]!);
  const steepest = steps.indexOf(Math.max(...steps));
  assert.ok(Math.abs(steepest - 18) <= 4, `steepest at ${steepest}`);
  assert.ok(Math.max(...steps) > 0.05);
});

Deno.test("synthesizeRecord() begins with a rhythm annotation, and says in the header what it is", () => {
  const record = synthesizeRecord(patient, { duration: 10, seed: 5 });
  assert.deepEqual([record.annotations[0]!.symbol, record.annotations[0]!.auxiliary], ["+", "(N"]);
  assert.equal(synthesizeRecord(paced, { duration: 10 }).annotations[0]!.auxiliary, "(P");
  assert.match(record.header.comments[0]!, /^Synthetic record of no patient: .* seed 5$/);
  assert.equal(record.header.sampleCount, 3600);
});

Deno.test("synthesizeRecord() repeats for one seed, and differs by seed and by patient", () => {
  const make = (who: SyntheticPatient, seed: number) =>
    synthesizeRecord(who, { duration: 5, seed });
  assert.deepEqual(make(patient, 1), make(patient, 1));
  assert.notDeepEqual(make(patient, 1).signals, make(patient, 2).signals);
  assert.notDeepEqual(make(patient, 1).signals, make({ ...patient, name: "s98" }, 1).signals);
});
