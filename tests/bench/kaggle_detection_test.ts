import assert from "node:assert/strict";
import { kaggleSplit, segmentBeats } from "lib/beats/mod.ts";
import { buildCnn } from "lib/models/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { writeRecord } from "lib/wfdb/mod.ts";
import { detectedTestRows } from "../../bench/kaggle_detection.ts";

Deno.test("detectedTestRows() counts each test beat of a record once, found or missed", async () => {
  await startBackend({ warn: () => {} });
  const directory = await Deno.makeTempDir();
  // By its name the split knows which of its beats are test rows.
  const record = { ...synthesizeRecord(syntheticPatients[5]!, { duration: 120 }), name: "100" };
  await writeRecord(directory, record);
  const model = buildCnn({ filters: [2, 2], kernels: [3, 3] });
  const counts = await detectedTestRows(directory, { model, records: ["100"] });
  const tested = segmentBeats(record).filter((beat) => kaggleSplit.partOf(beat) === "test");
  assert.ok(tested.length > 10);
  for (let label = 0; label < 5; label++) {
    const own = tested.filter((beat) => beat.label === label).length;
    assert.equal(counts[label]!.reduce((sum, count) => sum + count), own);
  }
  const missed = counts.reduce((sum, row) => sum + row[5]!, 0);
  assert.ok(missed < tested.length / 10, `${missed} of ${tested.length} missed`);
  await Deno.remove(directory, { recursive: true });
});
