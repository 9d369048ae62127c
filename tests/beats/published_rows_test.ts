import assert from "node:assert/strict";
import {
  auditDataset,
  createDataset,
  kaggleSplit,
  publishedTestSha256,
  segmentBeats,
  writeHeartbeatCsv,
} from "lib/beats/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

const directory = Deno.env.get("ECG_DATA");

Deno.test({
  name: "the MIT-BIH records give the published mitbih_test.csv, to the byte",
  ignore: directory === undefined,
  async fn() {
    const beats = (await readRecords(directory!)).flatMap(segmentBeats);
    const { test } = createDataset(beats, kaggleSplit);
    const folder = await Deno.makeTempDir();
    try {
      const written = await writeHeartbeatCsv(`${folder}/mitbih_test.csv`, test);
      assert.equal(written.rows, 21_892);
      assert.equal(written.bytes, 102_892_400);
      assert.equal(written.sha256, publishedTestSha256);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "the MIT-BIH records give the published numbers of rows, none of them in two parts",
  ignore: directory === undefined,
  async fn() {
    const beats = (await readRecords(directory!)).flatMap(segmentBeats);
    const { counts, ...shared } = auditDataset(createDataset(beats, kaggleSplit));
    assert.deepEqual(counts.test, [18_118, 556, 1448, 162, 1608]);
    const training = counts.train.map((count, label) => count + counts.validation[label]!);
    assert.deepEqual(training, [72_471, 2223, 5788, 641, 6431]);
    assert.deepEqual(counts.validation, [7247, 222, 579, 64, 643]);
    assert.deepEqual(shared, { sharedBeats: 0, sharedRows: 0 });
  },
});
