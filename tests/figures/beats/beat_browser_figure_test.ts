import assert from "node:assert/strict";
import { beatBrowserFigure } from "lib/figures/mod.ts";
import { sampleBeats } from "../sample_beats.ts";

const figure = beatBrowserFigure(sampleBeats([0, 0, 2]), { perClass: 2 });

Deno.test("beatBrowserFigure() has a frame and a step of the slider for each beat", () => {
  const steps = figure.layout.sliders?.[0]?.steps;
  assert.deepEqual(figure.frames?.map(({ name }) => name), ["0", "1", "2"]);
  assert.deepEqual(steps?.map(({ args }) => args?.[0]), [["0"], ["1"], ["2"]]);
  assert.equal(steps?.[2]?.label, "class V · symbol V · record 100, 3.0 s");
});

Deno.test("beatBrowserFigure() has a button for each class, which leaves only its steps", () => {
  const buttons = figure.layout.updatemenus?.[0]?.buttons;
  assert.deepEqual(buttons?.map(({ label }) => label), ["all", "N", "V"]);
  const [change, layout] = buttons?.[2]?.args ?? [];
  assert.deepEqual(layout.sliders[0].steps.map((step: { args: unknown[] }) => step.args[0]), [[
    "2",
  ]]);
  assert.equal(change.y[0][186], 1);
});

Deno.test("beatBrowserFigure() cannot browse nothing", () => {
  assert.throws(() => beatBrowserFigure([]), /wanted some, found none/);
});
