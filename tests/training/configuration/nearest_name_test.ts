import assert from "node:assert/strict";
import { nearestName } from "lib/training/mod.ts";

const names = ["learning_rate", "dropout", "epochs", "filters"];
for (
  const [name, wanted] of [["lr_rate", "learning_rate"], ["epoch", "epochs"], ["Filter", "filters"]]
) {
  Deno.test(`the nearest name to "${name}" is "${wanted}"`, () => {
    assert.equal(nearestName(name!, names), wanted);
  });
}

Deno.test("there is no nearest name among none", () => {
  assert.equal(nearestName("x", []), undefined);
});
