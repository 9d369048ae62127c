import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { type PlannedBeat, planRhythm } from "lib/sources/synthetic/plan_rhythm.ts";
import type { SyntheticPatient } from "lib/sources/synthetic/synthetic_patients.ts";

const patient: SyntheticPatient = {
  name: "test",
  heartRate: 75,
  rrDeviation: 0.02,
  rhythm: "sinus",
  chances: {},
};

/** RR intervals in s before and after every beat of a kind that stands between two of another. */
function intervalsAround(beats: PlannedBeat[], symbol: string, others: string): [number, number][] {
  const between = beats.flatMap((beat, i) => {
    const [before, after] = [beats[i - 1], beats[i + 1]];
    if (beat.symbol !== symbol || before?.symbol !== others || after?.symbol !== others) return [];
    return [[beat.time - before.time, after.time - beat.time] as [number, number]];
  });
  assert.ok(between.length > 10, `only ${between.length} beats ${symbol}`);
  return between;
}

Deno.test("planRhythm() fills the time from before its start to beyond its end", () => {
  for (let seed = 0; seed < 20; seed++) {
    const beats = planRhythm(patient, 30, createPrng(seed));
    assert.ok(beats[0]!.time <= 0);
    assert.ok(beats.at(-1)!.time > 30 && beats.at(-2)!.time <= 30);
    assert.ok(beats.every(({ symbol }) => symbol === "N"));
    assert.ok(Math.abs(30 / 0.8 - beats.length) < 4);
  }
});

Deno.test("planRhythm() brings atrial beats early, without a compensatory pause", () => {
  const beats = planRhythm({ ...patient, chances: { A: 0.1 } }, 600, createPrng(1));
  for (const [before, after] of intervalsAround(beats, "A", "N")) {
    assert.ok(before < 0.78, `${before} s before`);
    assert.ok(after > 0.7 && after < 1.05, `${after} s after, however early the beat came`);
  }
});

Deno.test("planRhythm() brings ventricular beats early, and the pause makes up for it", () => {
  const beats = planRhythm({ ...patient, chances: { V: 0.1 } }, 600, createPrng(1));
  for (const [before, after] of intervalsAround(beats, "V", "N")) {
    assert.ok(before < 0.65, `${before} s before`);
    assert.ok(Math.abs(before + after - 1.6) < 0.25, `${before} + ${after} s`);
  }
});

Deno.test("planRhythm() brings fusion beats almost in time", () => {
  const beats = planRhythm({ ...patient, chances: { F: 0.1 } }, 600, createPrng(1));
  for (const [before] of intervalsAround(beats, "F", "N")) assert.ok(before > 0.6 && before < 0.85);
});

Deno.test("planRhythm() lets a pacemaker beat like a clock", () => {
  const beats = planRhythm({ ...patient, rhythm: "paced", chances: {} }, 60, createPrng(1));
  beats.slice(1).forEach(({ symbol, time }, i) => {
    assert.equal(symbol, "/");
    assert.ok(Math.abs(time - beats[i]!.time - 0.8) < 0.005);
  });
});

Deno.test("planRhythm() makes runs and bigeminy where the patient has them", () => {
  const runs = planRhythm({ ...patient, chances: { A: 0.05 }, runChance: 0.8 }, 600, createPrng(1));
  assert.match(runs.map(({ symbol }) => symbol).join(""), /NAAAA/);
  const twos = { ...patient, chances: { V: 0.05 }, bigeminyChance: 0.8 };
  const bigeminy = planRhythm(twos, 600, createPrng(1));
  assert.match(bigeminy.map(({ symbol }) => symbol).join(""), /NVNVNVN/);
});
