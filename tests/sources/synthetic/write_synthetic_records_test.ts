import assert from "node:assert/strict";
import { join } from "node:path";
import { aamiClasses, segmentBeats } from "lib/beats/mod.ts";
import { fileSha256 } from "lib/sources/download/file_sha256.ts";
import { synthesizeRecord, syntheticPatients, writeSyntheticRecords } from "lib/sources/mod.ts";
import { readRecord, readRecords } from "lib/wfdb/mod.ts";

const short = { patients: syntheticPatients.slice(8, 10), duration: 20 };

async function withFolder(work: (directory: string) => Promise<void>): Promise<void> {
  const parent = await Deno.makeTempDir();
  try {
    await work(join(parent, "synthetic"));
    const left = (await Array.fromAsync(Deno.readDir(parent))).map(({ name }) => name);
    assert.deepEqual(left.filter((name) => name !== "synthetic"), []);
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

Deno.test("writeSyntheticRecords() writes records that read back as they were made", async () => {
  await withFolder(async (directory) => {
    assert.equal(await writeSyntheticRecords(directory, short), true);
    for (const patient of short.patients) {
      const record = await readRecord(join(directory, patient.name));
      assert.deepEqual(record, synthesizeRecord(patient, short));
    }
  });
});

Deno.test("writeSyntheticRecords() gives the same bytes every time", async () => {
  const written: (string | undefined)[][] = [];
  for (const seed of [1, 1, 2]) {
    await withFolder(async (directory) => {
      await writeSyntheticRecords(directory, { ...short, seed });
      const sums = ["s09.dat", "s09.atr"].map((file) => fileSha256(join(directory, file)));
      written.push(await Promise.all(sums));
    });
  }
  assert.deepEqual(written[1], written[0]);
  assert.notDeepEqual(written[2], written[0]);
});

Deno.test("writeSyntheticRecords() leaves records alone that lie there, and mends what is not whole", async () => {
  await withFolder(async (directory) => {
    await writeSyntheticRecords(directory, short);
    assert.equal(await writeSyntheticRecords(directory, short), false);
    await Deno.truncate(join(directory, "s09.dat"), 1000);
    assert.equal(await writeSyntheticRecords(directory, short), true);
    assert.equal((await readRecords(directory)).length, 2);
    assert.equal(await writeSyntheticRecords(directory, { ...short, seed: 2 }), true);
    const faster = short.patients.map((patient) => ({ ...patient, heartRate: 99 }));
    assert.equal(
      await writeSyntheticRecords(directory, { ...short, seed: 2, patients: faster }),
      true,
    );
  });
});

Deno.test("writeSyntheticRecords() has every class often enough, within seconds", async () => {
  await withFolder(async (directory) => {
    await writeSyntheticRecords(directory);
    const beats = (await readRecords(directory)).flatMap(segmentBeats);
    const counts = aamiClasses.map(({ label }) => beats.filter((b) => b.label === label).length);
    assert.ok(beats.length > 9000 && beats.length < 10000, `${beats.length} beats`);
    assert.ok(counts[0]! / beats.length > 0.6);
    assert.ok(counts.every((count) => count >= 300), `classes ${counts}`);
  });
});
