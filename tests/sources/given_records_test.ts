import assert from "node:assert/strict";
import { join } from "node:path";
import { givenRecords } from "lib/sources/given_records.ts";
import { mitBihRecords, recordFiles } from "lib/sources/mit_bih_records.ts";
import { SourceError } from "lib/sources/mod.ts";

/** Looks into a folder with these files, which have a text or none. */
async function look(files: Record<string, string>, sums?: ReadonlyMap<string, string>) {
  const directory = await Deno.makeTempDir({ prefix: "records" });
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(join(directory, name), text);
    }
    return { directory, ...await givenRecords(directory, "--data", sums) };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

/** As if MIT-BIH's annotation files were empty ones. */
const sumsOfEmpty = new Map(mitBihRecords.map((record) => [record, "e3b0c44298fc1c149afb"]));
const empty = (files: string[]) => Object.fromEntries(files.map((file) => [file, ""]));

Deno.test("givenRecords() knows the MIT-BIH records", async () => {
  const { source, missing } = await look(empty(recordFiles(mitBihRecords)), sumsOfEmpty);
  assert.deepEqual(source, { name: "MIT-BIH Arrhythmia Database 1.0.0", synthetic: false });
  assert.deepEqual(missing, []);
});

Deno.test("givenRecords() says of which MIT-BIH records the annotations were changed", async () => {
  const files = { ...empty(recordFiles(["100", "101", "207"])), "101.atr": "!", "207.atr": "!" };
  const { source } = await look(files, sumsOfEmpty);
  const name = "MIT-BIH Arrhythmia Database 1.0.0 with other annotations of 101, 207";
  assert.deepEqual(source, { name, synthetic: false });
});

Deno.test("the published annotation files are those of MIT-BIH's records", {
  ignore: Deno.env.get("ECG_DATA") === undefined,
}, async () => {
  const { source, missing } = await givenRecords(Deno.env.get("ECG_DATA")!, "ECG_DATA");
  assert.deepEqual([source.name, missing], ["MIT-BIH Arrhythmia Database 1.0.0", []]);
});

Deno.test("givenRecords() names the files of MIT-BIH records that are missing", async () => {
  const files = recordFiles(mitBihRecords).filter((f) => f !== "100.dat" && !f.startsWith("234"));
  const { missing } = await look(empty(files));
  assert.deepEqual(missing, ["100.dat", "234.hea", "234.dat", "234.atr"]);
});

Deno.test("givenRecords() knows synthetic records by their headers", async () => {
  const { source } = await look({
    "s01.hea": "s01 2 360 10\n# Synthetic record of no patient: dynamical model",
  });
  assert.equal(source.synthetic, true);
  assert.match(source.name, /synthetic/);
  const mixed = await look({
    "100.hea": "",
    "s01.hea": "s01 2 360 10\n# Synthetic record of no patient: dynamical model",
  });
  assert.deepEqual(mixed.source, source);
});

Deno.test("givenRecords() calls other records by their folder", async () => {
  const { source, missing, directory } = await look({ "I01.hea": "I01 12 257 462600" });
  assert.ok(directory.endsWith(source.name));
  assert.deepEqual([source.synthetic, missing], [false, []]);
});

Deno.test("givenRecords() refuses a folder that is not there, is none or has no record", async () => {
  await assert.rejects(
    givenRecords("/nowhere/at/all", "ECG_DATA"),
    new SourceError(
      'Cannot use the records of ECG_DATA: wanted a folder at "/nowhere/at/all", found nothing there',
    ),
  );
  await assert.rejects(look({ "100.dat": "" }), /--data: wanted WFDB records .* found none/);
  const file = await Deno.makeTempFile();
  await assert.rejects(givenRecords(file, "--data"), /wanted a folder at/);
  await Deno.remove(file);
});
