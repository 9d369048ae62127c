import assert from "node:assert/strict";
import { beatWaves, fuseWaves, waveEvents } from "lib/sources/synthetic/beat_waves.ts";
import { integrateEcgModel } from "lib/sources/synthetic/integrate_ecg_model.ts";

Deno.test("waveEvents() make a wave of the given time, height and width at every heart rate", () => {
  const wave = { name: "R", time: 0.2, width: 0.02, heights: [1, -0.5] as const };
  for (const length of [200, 300, 400]) {
    const velocity = 2 * Math.PI * 360 / length;
    const events = waveEvents([wave], velocity, 0);
    const [first, second] = integrateEcgModel([{ start: 0, length, events }], {
      sampleCount: length,
      leadCount: 2,
      baselineAmplitude: 0,
    });
    assert.equal(first!.indexOf(Math.max(...first!)), 72);
    assert.ok(Math.abs(first![72]! - 1) < 0.03, `height ${first![72]}`);
    assert.ok(Math.abs(second![72]! + 0.5) < 0.015);
    // Half its height is reached 1.177 standard deviations away.
    const wide = first!.filter((z) => z > 0.5).length / 360;
    assert.ok(Math.abs(wide - 2 * 1.177 * 0.02) < 0.004, `width ${wide} s`);
  }
});

Deno.test("waveEvents() of a following beat lie one turn further on", () => {
  const [now] = waveEvents(beatWaves.N, 5, 0);
  const [next] = waveEvents(beatWaves.N, 5, 2 * Math.PI);
  assert.equal(next!.angle, now!.angle + 2 * Math.PI);
});

Deno.test("beatWaves have a P wave before normal and atrial beats only, and one peak at time 0", () => {
  for (const [symbol, waves] of Object.entries(beatWaves)) {
    assert.equal(waves.some(({ name }) => name === "P"), symbol === "N" || symbol === "A");
    assert.equal(waves.filter(({ time }) => time === 0).length, 1);
  }
});

Deno.test("beatWaves make the QRS complex of ventricular beats more than twice as wide", () => {
  const width = (symbol: "N" | "V", name: string) =>
    beatWaves[symbol].find((wave) => wave.name === name)!.width;
  assert.ok(width("V", "ventricular peak") > 2 * width("N", "R"));
});

Deno.test("fuseWaves() goes from the normal beat to the ventricular one and keeps the P wave", () => {
  const heights = (share: number) =>
    fuseWaves(beatWaves.N, beatWaves.V, share).map(({ heights }) => heights[0]);
  const [normal, ventricular] = [beatWaves.N, beatWaves.V].map((waves) =>
    waves.map(({ heights }) => heights[0])
  );
  assert.deepEqual(heights(0).slice(0, 5), normal);
  assert.ok(heights(0).slice(5).every((height) => Math.abs(height) === 0));
  assert.deepEqual(heights(1).slice(5), ventricular);
  assert.equal(heights(1)[0], normal![0]);
  assert.equal(heights(0.25)[2], 0.75 * normal![2]!);
});
