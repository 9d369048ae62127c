import assert from "node:assert/strict";
import { mitBihRecords, recordFiles } from "lib/sources/mit_bih_records.ts";

Deno.test("mitBihRecords are the 48 of the database", {
  ignore: Deno.env.get("ECG_DATA") === undefined,
}, async () => {
  const text = await Deno.readTextFile(`${Deno.env.get("ECG_DATA")}/RECORDS`);
  assert.deepEqual(mitBihRecords, text.trim().split(/\s+/));
});

Deno.test("recordFiles() names header, signals and annotations of each record", () => {
  assert.equal(mitBihRecords.length, 48);
  assert.deepEqual(recordFiles(["100"]), ["100.hea", "100.dat", "100.atr"]);
});
