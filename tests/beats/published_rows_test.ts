import assert from "node:assert/strict";
import {
  auditDataset,
  classCounts,
  createDataset,
  ds1,
  ds2,
  kaggleSplit,
  publishedTestSha256,
  segmentBeats,
  segmentLead,
  writeHeartbeatCsv,
} from "lib/beats/mod.ts";
import { labelOfSymbol } from "lib/beats/classes/aami_classes.ts";
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
    const { counts, sharedPatients, ...shared } = auditDataset(createDataset(beats, kaggleSplit));
    assert.deepEqual(counts.test, [18_118, 556, 1448, 162, 1608]);
    const training = counts.train.map((count, label) => count + counts.validation[label]!);
    assert.deepEqual(training, [72_471, 2223, 5788, 641, 6431]);
    assert.deepEqual(counts.validation, [7247, 222, 579, 64, 643]);
    assert.deepEqual(shared, { sharedBeats: 0, sharedRows: 0 });
    assert.equal(sharedPatients.length, 47); // all: the split is random by beat
  },
});

Deno.test({
  name: "DS1 and DS2 have the beats that papers count in them, and rows of lead MLII",
  ignore: directory === undefined,
  async fn() {
    const records = await readRecords(directory!);
    // de Chazal, O'Dwyer and Reilly 2004, table III, and papers after it: N, S, V, F, Q.
    const published = { ds1: [45_866, 944, 3788, 415, 8], ds2: [44_259, 1837, 3221, 388, 7] };
    for (const [names, wanted] of [[ds1, published.ds1], [ds2, published.ds2]] as const) {
      const own = records.filter(({ name }) => names.includes(name));
      const labels = own.flatMap(({ annotations }) =>
        annotations.flatMap(({ symbol }) => labelOfSymbol(symbol) ?? [])
      );
      assert.deepEqual(classCounts(labels), wanted);
      // The last annotation of each record gives no row.
      assert.equal(own.flatMap((record) => segmentLead(record, "MLII")).length, labels.length - 22);
    }
  },
});
