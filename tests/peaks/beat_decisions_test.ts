import assert from "node:assert/strict";
import { beatDecisions, type Candidate } from "lib/peaks/beat_decisions.ts";
import { createPrng } from "lib/random/mod.ts";

const prng = createPrng(3);
const second = 250;

/** Candidates of noise, three a second, of up to 4 % of a beat's height. */
function noise(count: number, from: number): Candidate[] {
  return Array.from({ length: count }, (_, i) => {
    const at = from + Math.round(i * second / 3);
    return { at, height: 0.04 * prng(), steepness: 0.05, peak: at };
  });
}

/** Beats of a height, one a second. */
function beats(count: number, from: number, height = 1): Candidate[] {
  return Array.from({ length: count }, (_, i) => {
    const at = from + i * second;
    return { at, height, steepness: height, peak: at };
  });
}

/** What follows each beat: a T wave as far as its steepness goes. */
function withTWaves(beats: readonly Candidate[]): Candidate[] {
  return beats.flatMap((beat) => {
    const at = beat.at + 0.3 * second;
    return [beat, { at, height: 0.2 * beat.height, steepness: 0.2 * beat.steepness, peak: at }];
  });
}

Deno.test("beats are found again after an artefact that was far higher", () => {
  for (const height of [4, 15]) {
    const decisions = beatDecisions(1);
    const before = [...beats(20, 0), ...beats(60, 20 * second, height)];
    for (const one of before) decisions.next(one);
    const after = beats(200, 80 * second);
    const found = withTWaves(after).flatMap((one) => decisions.next(one));
    const missed = after.filter((beat) => !found.includes(beat));
    assert.ok(missed.every(({ at }) => at < 120 * second), `${missed.length} missed`);
    assert.equal(found.length, after.length - missed.length);
  }
});

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
