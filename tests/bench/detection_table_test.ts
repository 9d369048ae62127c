import assert from "node:assert/strict";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { readDetection } from "../../bench/detection_cost.ts";
import { detectionTable } from "../../bench/detection_table.ts";
import { sampleDetection } from "./sample_detection.ts";

const cost = sampleDetection();

Deno.test("detectionTable() counts a missed and an invented beat as mistakes of their class", () => {
  const lines = detectionTable([cost]).split("\n");
  assert.match(
    lines[2]!,
    /annotated \| 100.0 \/ 100.0 \(100.0\) .* 100.0 \/ 83.3 \(90.9\) \| 50.0/,
  );
  assert.match(
    lines[3]!,
    /detected \| 100.0 \/ 90.0 \(94.7\) .* 80.0 \/ 80.0 \(80.0\) .* 0 0 1 0 \| 1 0/,
  );
  assert.match(lines.at(-1)!, /validation: records a b\. made up, 2026-01-02/);
});

Deno.test("detectionTable() says all days on which results were measured", () => {
  const later = { ...cost, set: "DS2", date: "2026-02-03T00:00:00Z" };
  const last = detectionTable([later, cost]).split("\n").at(-1)!;
  assert.match(last, / made up, 2026-02-03; made up, 2026-01-02\.$/);
});

Deno.test("detectionTable() counts the test rows of the published split", () => {
  const last = detectionTable([{ ...cost, set: "kaggle" }]).split("\n").at(-1)!;
  assert.match(last, /kaggle: the 20 test rows of the published split/);
});

Deno.test("detectionTable() says how many of the annotated beats a model's card scores, and why", () => {
  const last = (cardBeats: number, set = "DS2") =>
    detectionTable([{ ...cost, set }], { cardBeats: { cnn: cardBeats } }).split("\n").at(-1)!;
  assert.match(
    last(18),
    /Of the 20 annotated beats of DS2, the cards score 18, without the last of each record\./,
  );
  assert.match(last(17), /the cards score 17\. made up/);
  assert.doesNotMatch(last(20), /cards/);
  assert.doesNotMatch(last(18, "validation"), /cards/);
});

Deno.test("detectionTable() and the cards differ by the last beat of each record", async () => {
  const root = join(import.meta.dirname!, "../..");
  for (const { model, set, records, annotated } of await readDetection(root)) {
    if (set !== "DS2") continue;
    const { metrics } = await readModelFolder(join(root, "models", model));
    const beats = annotated.flat().reduce((a, b) => a + b);
    assert.equal(beats - metrics!.rows, records.length, model);
  }
});
