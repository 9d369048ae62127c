import assert from "node:assert/strict";
import { physicalSignal, readRecord, WfdbError } from "lib/wfdb/mod.ts";
import { memoryFiles, readRecordFixtures, type RecordFixture, toBytes } from "./fixtures.ts";

const fixtures = await readRecordFixtures();

function read(name: string, replaced: RecordFixture["files"] = {}, maximumSamples?: number) {
  const files = { ...fixtures.get(name)!.files, ...replaced };
  return readRecord(name, { readFile: memoryFiles(files), maximumSamples });
}

for (const name of ["fixed", "variable"]) {
  Deno.test(`readRecord() joins the segments of a ${name} layout as wfdb-python does`, async () => {
    const record = await read(name);
    assert.deepEqual(record.signals.map((samples) => [...samples]), fixtures.get(name)!.signals);
    assert.equal(record.header.sampleCount, record.signals[0]!.length);
  });
}

Deno.test("readRecord() brings segments of another gain to the layout's, to half an ADC unit", async () => {
  const record = await read("rescaled");
  for (const [index, wanted] of fixtures.get("rescaled")!.physical!.entries()) {
    const half = 0.5 / record.header.signals[index]!.gain + 1e-9;
    for (const [n, value] of physicalSignal(record, index).entries()) {
      if (wanted[n] === null) assert.ok(Number.isNaN(value));
      else assert.ok(Math.abs(value - wanted[n]!) <= half, `${value} at ${n}, wanted ${wanted[n]}`);
    }
  }
});

Deno.test("readRecord() names the segment that does not fit its record", async () => {
  const header = (lines: string) => ({ "fixed.hea": toBytes(lines) });
  const cases: [string, RegExp][] = [
    ["fixed/2 2 250 40\nfixed_1 20\nfixed_2 11\n", /samples must be 40 but is 31/],
    [
      "fixed/2 2 250 30\nfixed_1 20\nfixed_2 10\n",
      /samples of segment fixed_2 must be 10 but is 11/,
    ],
    [
      "fixed/2 2 360 31\nfixed_1 20\nfixed_2 11\n",
      /frequency of segment fixed_1 must be 360 but is 250/,
    ],
    ["fixed/1 2 250\nfixed 31\n", /segments of segment fixed must be none but is 1/],
    ["fixed/1 2 250\nfixed_3 31\n", /fixed_3.hea must be a readable file but is missing/],
  ];
  for (const [lines, message] of cases) {
    await assert.rejects(read("fixed", header(lines)), (error) => {
      assert.ok(error instanceof WfdbError);
      assert.match(error.message, message);
      return true;
    });
  }
});

Deno.test("readRecord() refuses a gap that would take more memory than allowed", async () => {
  const lines = "variable/2 2 250\nvariable_layout 0\n~ 1000000000000\n";
  const files = { "variable.hea": toBytes(lines) };
  await assert.rejects(
    read("variable", files),
    /samples must be at most 268435456 \(option maximumSamples\)/,
  );
  await assert.rejects(read("variable", {}, 50), /at most 50/);
});
