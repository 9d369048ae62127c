import assert from "node:assert/strict";
import { type Annotation, parseAnnotations, WfdbError } from "lib/wfdb/mod.ts";
import { fromBase64, readFixture } from "../fixtures.ts";

type Row = [number, string, number, number, number, string];

const files = await readFixture<Record<string, { bytes: string; annotations: Row[] }>>(
  "annotations.json",
);

for (const [name, { bytes, annotations }] of Object.entries(files)) {
  Deno.test(`parseAnnotations() reads the file "${name}" as wfdb-python does`, () => {
    assert.deepEqual(parseAnnotations(fromBase64(bytes)).map(row), annotations);
  });
}

Deno.test("parseAnnotations() carries channel and number on, but not subtype", () => {
  const bytes = [5, 4, 3, 60 << 2, 2, 61 << 2, 1, 62 << 2, 5, 4, 0, 0];
  assert.deepEqual(parseAnnotations(Uint8Array.from(bytes)).map(row), [
    [5, "N", 2, 1, 3, ""],
    [10, "N", 0, 1, 3, ""],
  ]);
});

Deno.test("parseAnnotations() puts codes that have no symbol in brackets", () => {
  assert.equal(parseAnnotations(Uint8Array.from([5, 42 << 2, 0, 0]))[0]?.symbol, "[42]");
});

Deno.test("parseAnnotations() stops at the mark of the end", () => {
  assert.equal(parseAnnotations(Uint8Array.from([5, 4, 0, 0, 5, 4])).length, 1);
});

Deno.test("parseAnnotations() says where a file is cut off or begins wrongly", () => {
  const cases: [number[], string][] = [
    [[], "end must be two zero bytes but is missing"],
    [[5, 4], "end must be two zero bytes but is missing"],
    [[5, 4, 0], "end must be two zero bytes but is missing"],
    [[0, 59 << 2, 1, 0, 0], "end must be two zero bytes but is missing"],
    [[5, 4, 200, 63 << 2, 65, 0, 0], "end must be two zero bytes but is missing"],
    [[3, 61 << 2, 0, 0], "start must be an annotation but is a modifier (code 61)"],
  ];
  for (const [bytes, message] of cases) {
    assert.throws(
      () => parseAnnotations(Uint8Array.from(bytes), { file: "207.atr" }),
      new WfdbError('read annotations "207.atr"', details(message)),
    );
  }
});

function row(annotation: Annotation): Row {
  const { sample, symbol, subtype, channel, number, auxiliary } = annotation;
  return [sample, symbol, subtype, channel, number, auxiliary];
}

function details(message: string) {
  const [, part, wanted, found] = /^(.*) must be (.*) but is (.*)$/.exec(message)!;
  return { file: "207.atr", part: part!, wanted: wanted!, found: found! };
}
