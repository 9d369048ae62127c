import assert from "node:assert/strict";
import {
  classColor,
  classLetter,
  classTitle,
  colorOfLetter,
} from "lib/figures/scores/class_label.ts";

Deno.test("classLetter(), classTitle() and classColor() follow the table of classes", () => {
  assert.equal(classLetter(2), "V");
  assert.equal(classTitle(2), "V · ventricular ectopic");
  assert.equal(classColor(2), "#D55E00");
});

Deno.test("classLetter() knows no sixth class", () => {
  assert.throws(() => classLetter(5), /must be 0 to 4 but is 5/);
});

Deno.test("colorOfLetter() finds the colour of a class by its letter", () => {
  assert.equal(colorOfLetter("V"), classColor(2));
  assert.throws(() => colorOfLetter("X"), RangeError);
});
