import assert from "node:assert/strict";
import { trainingTime } from "../../../lib/evaluation/cards/training_time.ts";

Deno.test("trainingTime() gives minutes, and seconds where a minute is too long", () => {
  const time = (...seconds: number[]) => trainingTime(seconds.map((of) => ({ seconds: of })));
  assert.equal(time(90, 90), "3 minutes");
  assert.equal(time(60.4), "1 minute");
  assert.equal(time(5.7, 6.1), "12 seconds");
  assert.equal(time(59.4), "59 seconds");
  assert.equal(time(0.6), "1 second");
});
