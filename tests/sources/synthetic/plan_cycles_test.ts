import assert from "node:assert/strict";
import { createPrng } from "lib/random/mod.ts";
import { planCycles } from "lib/sources/synthetic/plan_cycles.ts";
import { syntheticPatients } from "lib/sources/synthetic/synthetic_patients.ts";

const patient = syntheticPatients[0]!;
const beats = [
  { symbol: "N", time: -0.3 },
  { symbol: "N", time: 0.5 },
  { symbol: "V", time: 1 },
  { symbol: "/", time: 2 },
] as const;
const plan = () => planCycles(beats, patient, { samplingFrequency: 360, prng: createPrng(1) });

Deno.test("planCycles() puts one cycle between each two beats, on whole samples", () => {
  assert.deepEqual(plan().map(({ start, length }) => [start, length]), [
    [-108, 288],
    [180, 180],
    [360, 360],
  ]);
});

Deno.test("planCycles() gives each cycle the waves of the beats at both its ends", () => {
  assert.deepEqual(plan().map(({ events }) => events.length), [10, 10, 9]);
  const [first] = plan();
  assert.ok(first!.events.some(({ angle }) => angle === 0));
  assert.ok(first!.events.some(({ angle }) => angle === 2 * Math.PI));
});

Deno.test("planCycles() makes every beat a little different", () => {
  const [, second] = plan();
  const [first] = plan();
  // Apart from that it is in proportion to the cycle's length.
  const peak = (cycle: typeof first, angle: number) =>
    cycle!.events.find((event) => event.angle === angle)!.amplitudes[0]! / cycle!.length;
  assert.ok(Math.abs(peak(first, 0) / peak(second, 0) - 1) > 1e-4);
});
