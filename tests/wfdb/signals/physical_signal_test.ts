import assert from "node:assert/strict";
import { physicalSignal, readRecord } from "lib/wfdb/mod.ts";
import { memoryFiles, readRecordFixtures } from "../fixtures.ts";

const fixtures = await readRecordFixtures();

Deno.test("physicalSignal() gives the units and NaN that wfdb-python gives, in every format", async () => {
  for (const [name, { files, physical, signals }] of fixtures) {
    if (physical === undefined || signals === undefined) continue;
    const record = await readRecord(name, { readFile: memoryFiles(files) });
    for (const [index, wanted] of physical.entries()) {
      const found = [...physicalSignal(record, index)].map((value) => isNaN(value) ? null : value);
      assert.deepEqual(found, wanted, name);
    }
  }
});

Deno.test("physicalSignal() says which signals there are", async () => {
  const record = await readRecord("one_16", {
    readFile: memoryFiles(fixtures.get("one_16")!.files),
  });
  assert.throws(() => physicalSignal(record, 1), {
    name: "RangeError",
    message: 'Cannot take a signal of record "one_16": its number must be below 1 but is 1',
  });
});
