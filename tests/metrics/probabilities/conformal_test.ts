import assert from "node:assert/strict";
import { fitConformal, predictionSets } from "lib/metrics/mod.ts";
import { createPrng, gaussianPrng } from "lib/random/mod.ts";

const url = new URL("../../fixtures/metrics/conformal.json", import.meta.url);

for (
  const { coverage, labels, probabilities, others, sets } of JSON.parse(Deno.readTextFileSync(url))
) {
  Deno.test(`predictionSets() holds the classes whose p-values by crepes are above the limit (${coverage})`, () => {
    const thresholds = fitConformal(labels, probabilities, 4, { coverage });
    assert.deepEqual(predictionSets(others, thresholds), sets);
  });
}

Deno.test("sets hold the actual class of new rows as often as promised, in every class", () => {
  const classes = 3;
  const wanted = 0.9;
  const covered = new Array<number>(classes).fill(0);
  const rounds = 400;
  for (let seed = 0; seed < rounds; seed++) {
    const [calibration, others] = [rowsOf(60, 2 * seed), rowsOf(60, 2 * seed + 1)];
    const { labels, probabilities } = calibration;
    const thresholds = fitConformal(labels, probabilities, classes, { coverage: wanted });
    const sets = predictionSets(others.probabilities, thresholds);
    for (let label = 0; label < classes; label++) {
      const own = sets.filter((_, row) => others.labels[row] === label);
      const share = own.filter((set) => set.includes(label)).length / own.length;
      covered[label]! += share / rounds;
    }
  }
  for (const share of covered) {
    // With 20 calibration rows a class the mean is from .9 to .9 + 1 / 21.
    assert.ok(share > wanted - 0.01 && share < wanted + 1 / 21 + 0.01, `covered ${covered}`);
  }
});

Deno.test("a class with too few calibration rows to promise anything is in every set", () => {
  const eight = { labels: new Uint8Array(8), probabilities: Array(8).fill([0.9, 0.1]).flat() };
  assert.deepEqual(fitConformal(eight.labels, eight.probabilities, 2), [0, 0]);
  const nine = { labels: new Uint8Array(9), probabilities: Array(9).fill([0.9, 0.1]).flat() };
  assert.deepEqual(fitConformal(nine.labels, nine.probabilities, 2), [0.9, 0]);
});

Deno.test("a row that is like no class has an empty set", () => {
  assert.deepEqual(predictionSets([0.5, 0.5], [0.8, 0.9]), [[]]);
});

Deno.test("fitConformal() and predictionSets() refuse what is no probability, coverage or row", () => {
  assert.throws(() => fitConformal([], [], 2), /wanted at least one row, found none/);
  assert.throws(() => fitConformal([0], [NaN, 1], 2), /wanted probabilities from 0 to 1/);
  for (const coverage of [0, 1, NaN]) {
    assert.throws(() => fitConformal([0], [1, 0], 2, { coverage }), /wanted a coverage between/);
  }
  assert.throws(() => predictionSets([1, 0, 1], [0, 0]), /wanted 2 probabilities for each row/);
  const groups = [[0], [1, 2]];
  assert.throws(
    () => predictionSets([0.9, 0.1, 0.2, 0.8], [0.5, 0.5], { groups }),
    /wanted 3 probabilities for each row and a threshold for each of 2 groups, found 4 in all and 2/,
  );
  assert.throws(
    () => predictionSets([0.9, 0.1, 0], [0.5, 0.5, 0.5], { groups }),
    /found 3 in all and 3 thresholds/,
  );
});

/** Rows of three classes in turn, with the probabilities of a classifier that is too sure and biased. */
function rowsOf(count: number, seed: number) {
  const gaussian = gaussianPrng(createPrng(seed));
  const labels = Uint8Array.from({ length: count }, (_, row) => row % 3);
  const probabilities = Array.from(labels, (label) => {
    const weights = [0, 1, 2].map((one) => Math.exp(3 * gaussian() + (one === label ? 4 : one)));
    const sum = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / sum);
  }).flat();
  return { labels, probabilities };
}

Deno.test("classes of a group count as one: their probabilities are added up", () => {
  const probabilities = [0.9, 0.06, 0.04, 0.2, 0.5, 0.3, 0.1, 0.3, 0.6, 0.5, 0.3, 0.2];
  const groups = [[0], [1, 2]];
  const thresholds = fitConformal([0, 1, 2, 2], probabilities, 3, { coverage: 0.5, groups });
  assert.deepEqual(thresholds, [0.9, 0.8]);
  assert.deepEqual(predictionSets(probabilities, [0.5, 0.5], { groups }), [[0], [1], [1], [0, 1]]);
});
