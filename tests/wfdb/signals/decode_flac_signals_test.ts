import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readRecord } from "lib/wfdb/mod.ts";
import { memoryFiles, readFlacFixtures, toBytes } from "../fixtures.ts";

const fixtures = await readFlacFixtures();

for (const [name, { files, signals }] of fixtures) {
  Deno.test(`readRecord() reads the FLAC record "${name}" as wfdb-python and libFLAC do`, async () => {
    const record = await readRecord(name, { readFile: memoryFiles(files) });
    const found = record.signals.map((samples) => ({
      sha256: createHash("sha256").update(new Uint8Array(samples.slice().buffer)).digest("hex"),
      length: samples.length,
      first: [...samples.subarray(0, 4)],
    }));
    assert.deepEqual(found, signals);
  });
}
