import assert from "node:assert/strict";
import { beatDecisions, type Candidate } from "lib/peaks/beat_decisions.ts";
import { createPrng } from "lib/random/mod.ts";

const prng = createPrng(3);
const second = 250;

/** Candidates of noise, three a second, of up to 5 % of a beat's height. */
function noise(count: number, from: number): Candidate[] {
  return Array.from({ length: count }, (_, i) => {
    const at = from + Math.round(i * second / 3);
    return { at, height: 0.05 * prng(), steepness: 0.05, peak: at };
  });
}

function beats(count: number, from: number): Candidate[] {
  return Array.from({ length: count }, (_, i) => {
    const at = from + i * second;
    return { at, height: 1, steepness: 1, peak: at };
  });
}

Deno.test("hours without a beat take no longer, each, than a minute without one", () => {
  const decisions = beatDecisions(1);
  const loose = noise(100_000, 20 * second);
  const after = beats(20, loose.at(-1)!.at + second);
  const start = performance.now();
  const found = [...beats(20, 0), ...loose, ...after].flatMap((one) => decisions.next(one));
  assert.equal(found.length, 40);
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 10, `${seconds} s`); // .3 s; where all are looked at again for each, minutes
});
