import assert from "node:assert/strict";
import { modelBars } from "lib/figures/scores/model_bars.ts";

Deno.test("modelBars() has a bar for each model in each group, with its value", () => {
  const bars = modelBars(["N", "S"], [
    { model: "cnn", values: [0.98765, 0.9] },
    { model: "rnn", values: [0.9, 0.8] },
  ]) as { name: string; y: number[]; text: string[]; textangle: number }[];
  assert.deepEqual(bars.map(({ name }) => name), ["cnn", "rnn"]);
  assert.deepEqual(bars[0]!.y, [0.9877, 0.9]);
  assert.deepEqual(bars[0]!.text, ["0.988", "0.900"]);
  assert.equal(bars[0]!.textangle, 0);
});

Deno.test("modelBars() turns the values of many bars", () => {
  const values = [1, 1, 1, 1, 1];
  const models = ["a", "b", "c", "d"].map((model) => ({ model, values }));
  const bars = modelBars(["N", "S", "V", "F", "Q"], models) as { textangle: number }[];
  assert.equal(bars[0]!.textangle, -90);
});
