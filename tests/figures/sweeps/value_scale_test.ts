import assert from "node:assert/strict";
import { scaleColor } from "lib/figures/sweeps/value_scale.ts";

Deno.test("scaleColor() gets darker from the worst to the best", () => {
  const lightness = [-1, 0, 0.25, 0.5, 0.75, 1, 2].map((place) => {
    const [r, g, b] = scaleColor(place).match(/\d+/g)!.map(Number);
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  });
  assert.deepEqual(lightness.toSorted((a, b) => b - a), lightness);
  assert.equal(scaleColor(-1), scaleColor(0));
  assert.equal(scaleColor(2), scaleColor(1));
});
