import assert from "node:assert/strict";
import { verticalLine } from "lib/figures/drawing/vertical_line.ts";

Deno.test("verticalLine() stands over the whole height of the first panel, or of the one that is named", () => {
  const first = verticalLine(3);
  assert.deepEqual([first.x0, first.x1, first.y0, first.y1], [3, 3, 0, 1]);
  assert.deepEqual([first.xref, first.yref, first.layer], ["x", "y domain", "below"]);
  const second = verticalLine(3, { panel: 1, layer: "above" });
  assert.deepEqual([second.xref, second.yref, second.layer], ["x2", "y2 domain", "above"]);
});
