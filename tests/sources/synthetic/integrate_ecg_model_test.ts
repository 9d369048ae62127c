import assert from "node:assert/strict";
import { type EcgCycle, integrateEcgModel } from "lib/sources/synthetic/integrate_ecg_model.ts";

interface Trajectory {
  rrSamples: number[];
  initial: [number, number, number];
  sampleIndices: number[];
  z: number[];
}

const golden: Record<string, Trajectory> = JSON.parse(
  Deno.readTextFileSync(new URL("../../fixtures/sources/ecg_model.json", import.meta.url)),
);

/** Table I of McSharry et al. 2003: P, Q, R, S and T. */
const tableOne = [
  { angle: -Math.PI / 3, width: 0.25, amplitudes: [1.2] },
  { angle: -Math.PI / 12, width: 0.1, amplitudes: [-5] },
  { angle: 0, width: 0.1, amplitudes: [30] },
  { angle: Math.PI / 12, width: 0.1, amplitudes: [-7.5] },
  { angle: Math.PI / 2, width: 0.4, amplitudes: [0.75] },
];

/** Cycles that all have the same beat, at both of their ends. */
function alikeCycles(lengths: number[]): EcgCycle[] {
  const next = tableOne.map((event) => ({ ...event, angle: event.angle + 2 * Math.PI }));
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return { start: start - length, length, events: [...tableOne, ...next] };
  });
}

for (const [name, { rrSamples, initial, sampleIndices, z }] of Object.entries(golden)) {
  Deno.test(`integrateEcgModel() follows SciPy's trajectory of the published model (${name})`, () => {
    const [x, y, ...start] = initial;
    const [lead] = integrateEcgModel(alikeCycles(rrSamples), {
      sampleCount: rrSamples.reduce((a, b) => a + b),
      initialState: { x, y, z: start },
    });
    const height = Math.max(...z) - Math.min(...z);
    sampleIndices.forEach((sample, i) => {
      const difference = Math.abs(lead![sample]! - z[i]!);
      assert.ok(difference < 2e-6 * height, `sample ${sample} differs by ${difference}`);
    });
  });
}

Deno.test("integrateEcgModel() starts within the cycle that holds the first sample", () => {
  const options = { baselineAmplitude: 0, sampleCount: 360 };
  for (const before of [180, 540]) {
    const cycles = alikeCycles([360, 360, 360]).map((c) => ({ ...c, start: c.start - before }));
    const [z] = integrateEcgModel(cycles, options);
    const peak = z!.indexOf(Math.max(...z!));
    assert.ok(Math.abs(peak - 180) <= 1, `R peak at sample ${peak}`);
  }
});

Deno.test("integrateEcgModel() gives each lead its own waves", () => {
  const events = [{ angle: Math.PI, width: 0.1, amplitudes: [100, -50] }];
  const [first, second] = integrateEcgModel([{ start: 0, length: 360, events }], {
    sampleCount: 360,
    leadCount: 2,
    baselineAmplitude: 0,
  });
  first!.forEach((z, i) => assert.ok(Math.abs(z + 2 * second![i]!) < 1e-12));
  assert.equal(first!.indexOf(Math.max(...first!)), 180);
});

Deno.test("integrateEcgModel() refuses cycles with a gap or an early end", () => {
  const cycle = { start: 0, length: 300, events: [] };
  const options = { sampleCount: 600 };
  assert.throws(() => integrateEcgModel([], options), /wanted cycles for 600 samples/);
  assert.throws(() => integrateEcgModel([cycle], options), /found them to end at 300/);
  assert.throws(
    () => integrateEcgModel([cycle, { ...cycle, start: 310 }], options),
    /wanted cycle 1 to begin at sample 300 and last, found one of 300 samples at 310/,
  );
});
