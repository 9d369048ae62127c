import assert from "node:assert/strict";
import { join } from "node:path";
import { rocAreaDifference, rocAreaInterval, rocCurve } from "lib/metrics/mod.ts";

const golden = join(import.meta.dirname!, "../../fixtures/evaluation/anomalies.json");
const { areas: { groups, positives, scores, other, drawn, areas } } = JSON.parse(
  await Deno.readTextFile(golden),
);

/** Draws the groups that SciPy was given. Groups count in the order in which they come first. */
function replayed() {
  const order = [...new Set<number>(groups)];
  const numbers = drawn.flat().map((group: number) => (order.indexOf(group) + 0.5) / order.length);
  return { groups, resamples: drawn.length, prng: () => numbers.shift()! };
}

function deviation(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

Deno.test("rocAreaInterval() gives the areas of SciPy's rank sums, ties and drawn groups included", () => {
  const found = rocAreaInterval(positives, scores, replayed());
  assert.ok(Math.abs(found.estimate - areas[0][0]) < 1e-12);
  const wanted = deviation(areas.map(([first]: number[]) => first));
  assert.ok(Math.abs(found.deviation - wanted) < 1e-12, `${found.deviation} is not ${wanted}`);
});

Deno.test("rocAreaInterval() estimates what rocCurve() does", () => {
  const { estimate } = rocAreaInterval(positives, other, replayed());
  assert.ok(Math.abs(estimate - rocCurve(positives, other).area) < 1e-12);
});

Deno.test("rocAreaDifference() compares two scores on the same resamples", () => {
  const found = rocAreaDifference(positives, [scores, other], replayed());
  const wanted = areas.map(([first, second]: number[]) => first! - second!);
  assert.ok(Math.abs(found.estimate - wanted[0]) < 1e-12);
  assert.ok(Math.abs(found.deviation - deviation(wanted)) < 1e-12);
});

Deno.test("rocAreaInterval() refuses scores that are no numbers, and rows without a group", () => {
  const options = { groups: ["a", "b", "c"], prng: () => 0 };
  assert.throws(
    () => rocAreaInterval([0, 1, 0], [1, NaN, 2], options),
    /wanted finite scores, found NaN in row 1/,
  );
  assert.throws(
    () => rocAreaInterval([0, 1, 0, 1], [1, 2, 3, 4], options),
    /wanted a score and a group for each of 4 rows, found 4 and 3/,
  );
});
