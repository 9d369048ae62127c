import assert from "node:assert/strict";
import { frameSlider } from "lib/figures/drawing/frame_slider.ts";

Deno.test("frameSlider() has a step for each frame, which shows it at once", () => {
  const { steps, y } = frameSlider([{ frame: "a", label: "first" }, { frame: "b", label: "" }], {
    y: -0.1,
  });
  assert.equal(y, -0.1);
  assert.deepEqual(steps!.map(({ label, args }) => [label, args![0]]), [["first", ["a"]], ["", [
    "b",
  ]]]);
});
