import assert from "node:assert/strict";
import { parseHeader } from "lib/wfdb/mod.ts";
import { formatHeader } from "lib/wfdb/header/format_header.ts";
import { readFixture } from "../fixtures.ts";

const texts = (await readFixture<{ text: string }[]>("headers.json")).map(({ text }) => text);

Deno.test("formatHeader() writes what parseHeader() reads back", () => {
  for (const text of texts) {
    const { segments: _, ...header } = parseHeader(text);
    for (const signal of header.signals) signal.checksum ??= 0;
    assert.deepEqual(parseHeader(formatHeader(header)), header);
  }
});

Deno.test("formatHeader() writes the fields in the order of header(5)", () => {
  const text = "a 1 360/60(-5) 99 12:00:00 1/2/1990\n" +
    "a.dat 212x2:3+4 200.5(-1)/uV 12 1 2 3 0 lead II\n# one\n";
  assert.equal(formatHeader(parseHeader(text)), text);
});

Deno.test("formatHeader() writes uV for µV, which wfdb-python reads as V", () => {
  for (const units of ["\u00b5V", "\u03bcV"]) {
    const header = parseHeader(`a 1\na.dat 16 1(0)/${units} 12 0 0 0 0 II`);
    assert.match(formatHeader(header), /^a\.dat 16 1\(0\)\/uV 12/m);
  }
});

Deno.test("formatHeader() refuses texts that would break the file", () => {
  const header = parseHeader("a 1\na.dat 16 1/mV 12 0 0 0 0 II\n# one");
  const signals = (change: object) => [{ ...header.signals[0]!, ...change }];
  const broken = [
    { ...header, name: "a b" },
    { ...header, comments: ["one\n2"] },
    { ...header, signals: signals({ units: "m V" }) },
    { ...header, signals: signals({ units: "" }) },
    { ...header, signals: signals({ description: "II\n" }) },
  ];
  for (const each of broken) assert.throws(() => formatHeader(each), { name: "WfdbError" });
});
