import assert from "node:assert/strict";
import { wholeNumber } from "lib/tasks/helpers/whole_number.ts";

Deno.test("wholeNumber() gives the number of an option", () => {
  assert.equal(wholeNumber("jobs", "12"), 12);
  assert.equal(wholeNumber("folds", "3", 3), 3);
});

Deno.test("wholeNumber() names the option, the smallest number and what was given", () => {
  for (const text of ["0", "-1", "1.5", "1e3", "two", "", true]) {
    assert.throws(() => wholeNumber("jobs", text), {
      message: `--jobs must be a whole number from 1 but is "${text}".`,
    });
  }
  assert.throws(() => wholeNumber("folds", "2", 3), /--folds must be a whole number from 3/);
});
