import assert from "node:assert/strict";
import { classSharesFigure } from "lib/figures/mod.ts";
import { axisTitle, traceValues } from "../sample_beats.ts";

const counts = { train: [900, 40, 50, 10, 0], "DS2, unseen": [1, 1, 1, 0, 1] };

Deno.test("classSharesFigure() stacks the classes' shares of each dataset to 100 %", () => {
  const figure = classSharesFigure(counts);
  assert.deepEqual(traceValues(figure, "name"), ["N", "S", "V", "F", "Q"]);
  assert.deepEqual(traceValues(figure, "x"), [[90, 25], [4, 25], [5, 25], [1, 0], [0, 25]]);
  assert.equal(figure.layout.barmode, "stack");
  assert.equal(axisTitle(figure, "xaxis"), "share of beats in %");
});

Deno.test("classSharesFigure() names each dataset with the number of its beats, the first on top", () => {
  const figure = classSharesFigure(counts);
  assert.deepEqual(traceValues(figure, "y")[0], ["train<br>1,000 beats", "DS2, unseen<br>4 beats"]);
  assert.equal(figure.layout.yaxis?.autorange, "reversed");
});

Deno.test("classSharesFigure() writes no number into a part too small for it", () => {
  const figure = classSharesFigure(counts);
  assert.deepEqual(traceValues(figure, "text").map((texts) => (texts as string[])[0]), [
    "90.0 %",
    "4.0 %",
    "5.0 %",
    "",
    "",
  ]);
});

Deno.test("classSharesFigure() leaves the bar of a dataset without beats empty", () => {
  const figure = classSharesFigure({ none: [0, 0, 0, 0, 0] });
  assert.deepEqual(traceValues(figure, "x").flat(), [0, 0, 0, 0, 0]);
});

Deno.test("classSharesFigure() refuses counts of more classes than there are", () => {
  assert.throws(() => classSharesFigure({ train: [1, 1, 1, 1, 1, 1] }), {
    message: "Cannot name a class: its label must be 0 to 4 but is 5",
  });
});
