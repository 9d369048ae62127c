import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type EcgRecord, physicalSignal, readRecords } from "lib/wfdb/mod.ts";
import { fixtureDirectory, readFixture, readRecordFixtures } from "./fixtures.ts";

/** What `tests/reference/wfdb_mitdb.py` says about a record. */
interface Digests {
  signals: string[];
  physicalSum: number[];
  descriptions: string[];
  comments: string[];
  annotationCount: number;
  numbers: string;
  texts: string;
}

const directory = Deno.env.get("ECG_DATA");

Deno.test({
  name: "readRecords() reads all 48 MIT-BIH records as wfdb-python does",
  ignore: directory === undefined,
  async fn() {
    const digests = await readFixture<Record<string, Digests>>("mitdb.json");
    const records = await readRecords(directory!);
    assert.deepEqual(records.map(({ name }) => name), Object.keys(digests));
    for (const record of records) checkRecord(record, digests[record.name]!);
  },
});

Deno.test("readRecords() reads the records of a folder by name", async () => {
  const records = await readRecords(fixtureDirectory);
  assert.deepEqual(records.map(({ name }) => name), ["tiny_16", "tiny_212"]);
});

Deno.test("readRecords() takes segments as parts of their record", async () => {
  const directory = await Deno.makeTempDir();
  const fixtures = await readRecordFixtures();
  for (const [file, bytes] of Object.entries(fixtures.get("variable")!.files)) {
    await Deno.writeFile(join(directory, file), bytes);
  }
  assert.deepEqual((await readRecords(directory)).map(({ name }) => name), ["variable"]);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("readRecords() says that a folder is missing", async () => {
  await assert.rejects(readRecords("/nowhere"), {
    name: "WfdbError",
    message: "Cannot read records: /nowhere must be a readable folder but is missing",
  });
});

function checkRecord(record: EcgRecord, wanted: Digests): void {
  const { signals, annotations, header } = record;
  assert.deepEqual(signals.map(digest), wanted.signals, record.name);
  assert.deepEqual(header.signals.map(({ description }) => description), wanted.descriptions);
  assert.deepEqual(header.comments, wanted.comments);
  for (const [index, sum] of wanted.physicalSum.entries()) {
    const found = physicalSignal(record, index).reduce((total, value) => total + value, 0);
    assert.ok(Math.abs(found - sum) < 1e-6, `${found} in ${record.name}, wanted ${sum}`);
  }
  assert.equal(annotations.length, wanted.annotationCount);
  const fields = ["sample", "subtype", "channel", "number"] as const;
  const numbers = fields.flatMap((field) => annotations.map((annotation) => annotation[field]));
  assert.equal(digest(Int32Array.from(numbers)), wanted.numbers, record.name);
  const texts = (["symbol", "auxiliary"] as const).flatMap((field) =>
    annotations.map((annotation) => `${annotation[field]}\n`)
  );
  assert.equal(digest(new TextEncoder().encode(texts.join(""))), wanted.texts, record.name);
}

/** SHA-256 of the bytes of an array; of integers as little-endian machines keep them. */
function digest(array: Int32Array | Uint8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return createHash("sha256").update(bytes).digest("hex");
}
