import assert from "node:assert/strict";
import { findRecordings } from "lib/page/worker/find_recordings.ts";

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const header = (name: string) =>
  file(`${name}.hea`, `${name} 1 360 1000\n${name}.dat 16 200 16 0 0 0 0 MLII\n`);

Deno.test("findRecordings() gives the headers of records, not their other files", () => {
  const files = [
    file("100.dat", "\x01\x02"),
    header("100"),
    file("100.atr", "\x00"),
    header("101"),
  ];
  assert.deepEqual(findRecordings(files), ["100.hea", "101.hea"]);
});

Deno.test("findRecordings() gives tables and EDF files beside records", () => {
  const files = [header("100"), file("night.csv", "time,ECG\n0,1\n"), file("a.edf", "0       ")];
  assert.deepEqual(findRecordings(files), ["100.hea", "night.csv", "a.edf"]);
});

Deno.test("findRecordings() leaves out the segments of a record", () => {
  const whole = file("all.hea", "all/2 1 360 2000\n# a comment\nfirst 1000\nsecond 1000\n");
  assert.deepEqual(findRecordings([header("first"), whole, header("second")]), ["all.hea"]);
});

Deno.test("findRecordings() gives a part of a record where there is nothing else", () => {
  assert.deepEqual(findRecordings([file("100.dat", "x"), file("101.dat", "x")]), ["100.dat"]);
  assert.deepEqual(findRecordings([]), []);
});
