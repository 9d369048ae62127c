import assert from "node:assert/strict";
import { type Annotation, parseAnnotations, WfdbError } from "lib/wfdb/mod.ts";
import { encodeAnnotations } from "lib/wfdb/annotations/encode_annotations.ts";
import { fromBase64, readFixture } from "../fixtures.ts";

const beat: Annotation = {
  sample: 10,
  symbol: "N",
  subtype: 0,
  channel: 0,
  number: 0,
  auxiliary: "",
};

const files = await readFixture<Record<string, { bytes: string }>>("annotations.json");

for (const name of ["symbols", "gaps", "fields"]) {
  Deno.test(`encodeAnnotations() gives the bytes of "${name}" as wfdb-python does`, () => {
    const bytes = fromBase64(files[name]!.bytes);
    assert.deepEqual([...encodeAnnotations(parseAnnotations(bytes))], [...bytes]);
  });
}

Deno.test("encodeAnnotations() writes what parseAnnotations() reads back", () => {
  const annotations: Annotation[] = [
    beat,
    { ...beat, sample: 5, subtype: -128, channel: 255, number: -128 },
    { ...beat, sample: -7000, symbol: "[42]", subtype: 127, number: 127, auxiliary: "café" },
    { ...beat, sample: 2 ** 40, symbol: '"', auxiliary: "x".repeat(255) },
    { ...beat, sample: -(2 ** 33), symbol: "~" },
  ];
  assert.deepEqual(parseAnnotations(encodeAnnotations(annotations)), annotations);
});

Deno.test("encodeAnnotations() says which field has no place in the file", () => {
  const cases: [Partial<Annotation>, string][] = [
    [{ sample: 0.5 }, 'sample of annotation 1 must be an integer but is "0.5"'],
    [{ symbol: "?!" }, 'symbol of annotation 1 must be one of WFDB\'s but is "?!"'],
    [{ subtype: 128 }, 'subtype of annotation 1 must be -128 to 127 but is "128"'],
    [{ channel: -1 }, 'channel of annotation 1 must be 0 to 255 but is "-1"'],
    [{ number: NaN }, 'number of annotation 1 must be -128 to 127 but is "NaN"'],
    [
      { auxiliary: "Ω" },
      'auxiliary of annotation 1 must be at most 255 characters of Latin-1 but is "Ω"',
    ],
  ];
  for (const [change, message] of cases) {
    assert.throws(
      () => encodeAnnotations([beat, { ...beat, ...change }], { file: "a.atr" }),
      (error) => {
        assert.ok(error instanceof WfdbError);
        assert.equal(error.message, `Cannot write annotations "a.atr": ${message}`);
        return true;
      },
    );
  }
});
