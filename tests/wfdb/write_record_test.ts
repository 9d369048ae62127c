import assert from "node:assert/strict";
import { join } from "node:path";
import {
  type EcgRecord,
  encodeRecord,
  physicalSignal,
  readRecord,
  writeRecord,
} from "lib/wfdb/mod.ts";
import { fixtureDirectory, memoryFiles, readRecordFixtures } from "./fixtures.ts";

const fixtures = await readRecordFixtures();

Deno.test("writeRecord() writes the bytes of signals and annotations that wfdb-python writes", async () => {
  for (const [name, format] of [["tiny_212", 212], ["tiny_16", 16]] as const) {
    const record = await readRecord(fixtureDirectory + name);
    const files = await written(record, { format });
    for (const extension of ["dat", "atr"]) {
      const file = `${name}.${extension}`;
      assert.deepEqual(files[file], await Deno.readFile(fixtureDirectory + file), file);
    }
  }
});

Deno.test("writeRecord() writes what readRecord() reads back, from any format", async () => {
  for (const shape of ["one", "three", "frames"]) {
    for (const format of [8, 16, 61, 80, 160, 212, 310, 311]) {
      const name = `${shape}_${format}`;
      const readFile = memoryFiles(fixtures.get(name)!.files);
      const record = await readRecord(name, { readFile });
      const again = await readBack(record);
      assert.equal(again.header.sampleCount, record.header.sampleCount);
      for (const index of record.signals.keys()) {
        assert.deepEqual(physicalSignal(again, index), physicalSignal(record, index), name);
      }
    }
  }
});

Deno.test("writeRecord() keeps missing samples missing", async () => {
  const record = await readRecord(`${fixtureDirectory}tiny_212`);
  assert.equal(record.signals[1]![250], -2048);
  const again = await readBack(record, { format: 16 });
  assert.equal(again.signals[1]![250], -32768);
});

Deno.test("writeRecord() takes format 212 where 12 bits suffice, else 16", async () => {
  const [narrow, wide] = await Promise.all(
    ["tiny_212", "tiny_16"].map((name) => readRecord(fixtureDirectory + name)),
  );
  assert.equal((await readBack(narrow!)).header.signals[0]!.format, 212);
  wide!.signals[0]![7] = 2048;
  assert.equal((await readBack(wide!)).header.signals[0]!.format, 16);
});

Deno.test("writeRecord() writes a record joined from segments as one without", async () => {
  const record = await readRecord("fixed", { readFile: memoryFiles(fixtures.get("fixed")!.files) });
  const again = await readBack(record);
  assert.deepEqual(again.signals, record.signals);
  assert.equal(again.header.segments, undefined);
});

Deno.test("writeRecord() writes a record without signals", async () => {
  const record = await readRecord(`${fixtureDirectory}tiny_212`);
  const header = { ...record.header, signals: [], sampleCount: 501 };
  const bare = await readBack({ ...record, header, signals: [] });
  assert.deepEqual([bare.header.sampleCount, bare.annotations.length], [501, 6]);
});

Deno.test("writeRecord() leaves nothing behind when a record cannot be written", async () => {
  const record = await readRecord(`${fixtureDirectory}tiny_212`);
  record.annotations[1]!.symbol = "nonsense";
  const directory = await Deno.makeTempDir();
  await assert.rejects(writeRecord(directory, record), {
    message:
      'Cannot write annotations "tiny_212.atr": symbol of annotation 1 must be one of WFDB\'s but is "nonsense"',
  });
  assert.deepEqual([...Deno.readDirSync(directory)], []);
  await Deno.remove(directory);
});

Deno.test("encodeRecord() gives the files that writeRecord() writes, the header last", async () => {
  const record = await readRecord(`${fixtureDirectory}tiny_212`);
  const files = encodeRecord(record);
  assert.deepEqual([...files.keys()], ["tiny_212.dat", "tiny_212.atr", "tiny_212.hea"]);
  assert.deepEqual(Object.fromEntries(files), await written(record));
});

async function written(record: EcgRecord, options = {}): Promise<Record<string, Uint8Array>> {
  const directory = await Deno.makeTempDir();
  await writeRecord(directory, record, options);
  const files: Record<string, Uint8Array> = {};
  for await (const { name } of Deno.readDir(directory)) {
    files[name] = new Uint8Array(await Deno.readFile(join(directory, name)));
  }
  await Deno.remove(directory, { recursive: true });
  return files;
}

async function readBack(record: EcgRecord, options = {}): Promise<EcgRecord> {
  const files = await written(record, options);
  return await readRecord(record.name, { readFile: memoryFiles(files) });
}
