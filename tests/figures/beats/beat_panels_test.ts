import assert from "node:assert/strict";
import { beatPanels, beatPlace, beatTrace } from "lib/figures/beats/beat_panels.ts";
import { axisTitle } from "../sample_beats.ts";

Deno.test("beatPanels() names the axes at the left and the lower edge only", () => {
  const figure = { layout: beatPanels(["a", "b", "c", "d"], { columns: 2 }) };
  const titles = ["xaxis", "xaxis2", "xaxis3", "xaxis4", "yaxis", "yaxis2", "yaxis3"]
    .map((axis) => axisTitle(figure, axis));
  assert.deepEqual(titles, [
    "",
    "",
    "time in s",
    "time in s",
    "scaled signal",
    "",
    "scaled signal",
  ]);
});

Deno.test("beatTrace() is at 120 Hz and in the axes of its panel", () => {
  const trace = beatTrace([0, 0.25, 1], 2, "red") as { dx: number; yaxis: string; y: number[] };
  assert.equal(trace.dx, 1 / 120);
  assert.equal(trace.yaxis, "y3");
  assert.deepEqual(trace.y, [0, 0.25, 1]);
});

Deno.test("beatPlace() says so when a beat's record is not known", () => {
  assert.equal(beatPlace({ record: "208", sample: 720 }), "record 208, 2.0 s");
  assert.equal(beatPlace({ record: "", sample: -1 }), "record unknown");
});
