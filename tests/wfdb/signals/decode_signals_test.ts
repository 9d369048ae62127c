import assert from "node:assert/strict";
import { decodeSignals, parseHeader, WfdbError } from "lib/wfdb/mod.ts";

/** Two signals of three frames in format 16. */
const bytes = Uint8Array.from([1, 0, 10, 0, 2, 0, 20, 0, 3, 0, 30, 0]);
const text = "207 2 360 3\n207.dat 16 200 16 0 1 6 0\n207.dat 16 200 16 0 10 60 0";

Deno.test("decodeSignals() gives each signal its samples", () => {
  const [first, second] = decodeSignals(bytes, parseHeader(text).signals, { sampleCount: 3 });
  assert.deepEqual([first, second], [Int32Array.of(1, 2, 3), Int32Array.of(10, 20, 30)]);
});

Deno.test("decodeSignals() says which signal has not the checksum of the header", () => {
  const { signals } = parseHeader(text.replace(" 60 ", " 12345 "));
  assert.throws(
    () => decodeSignals(bytes, signals, { sampleCount: 3, name: "207" }),
    new WfdbError('read record "207"', {
      file: "207.dat",
      part: "signal 1 checksum",
      wanted: 12345,
      found: 60,
    }),
  );
});

Deno.test("decodeSignals() compares 16 bits of a checksum, with or without a sign", () => {
  const high = Uint8Array.from([0xff, 0x7f, 0xff, 0x7f]);
  for (const checksum of [65534, -2]) {
    const { signals } = parseHeader(`a 1 1 2\na.dat 16 1 16 0 32767 ${checksum} 0`);
    assert.equal(decodeSignals(high, signals, { sampleCount: 2 })[0]?.length, 2);
  }
});

Deno.test("decodeSignals() says which signal does not begin with the header's initial value", () => {
  const { signals } = parseHeader(text.replace(" 0 10 60 ", " 0 11 60 "));
  assert.throws(
    () => decodeSignals(bytes, signals, { sampleCount: 3, name: "207", firstSignal: 4 }),
    { message: 'Cannot read record "207": signal 5 initial value must be 11 but is 10' },
  );
});

Deno.test("decodeSignals() verifies nothing when told so, or when the length is not stated", () => {
  const { signals } = parseHeader(text.replace(" 60 ", " 12345 "));
  assert.equal(decodeSignals(bytes, signals, { sampleCount: 3, verify: false }).length, 2);
  assert.equal(decodeSignals(bytes, signals)[1]?.length, 3);
});

Deno.test("decodeSignals() says how many samples a file is short of", () => {
  assert.throws(
    () => decodeSignals(bytes, parseHeader(text).signals, { sampleCount: 1e12, name: "207" }),
    {
      message:
        'Cannot read record "207": number of samples in 207.dat must be 2000000000000 but is 6',
    },
  );
});

Deno.test("decodeSignals() wants one format for all signals of a file", () => {
  const { signals } = parseHeader(text.replace("207.dat 16 200 16 0 10", "207.dat 61 200 16 0 10"));
  assert.throws(() => decodeSignals(bytes, signals), WfdbError);
});

Deno.test("decodeSignals() adds the differences of format 8 to the initial value", () => {
  const { signals } = parseHeader("a 1 1 3\na.dat 8 1 8 0 100 303 0");
  const differences = Uint8Array.from([0, 2, 0xff]);
  assert.deepEqual(decodeSignals(differences, signals, { sampleCount: 3 }), [
    Int32Array.of(100, 102, 101),
  ]);
});

Deno.test("decodeSignals() takes the skew off after the checksum, and marks the end missing", () => {
  for (const [skew, wanted] of [[1, [2, 3, -32768]], [9, [-32768, -32768, -32768]]] as const) {
    const { signals } = parseHeader(text.replace("16 200", `16:${skew} 200`));
    assert.deepEqual([...decodeSignals(bytes, signals, { sampleCount: 3 })[0]!], wanted);
  }
});

Deno.test("decodeSignals() marks all samples missing of a signal that no file holds", () => {
  const { signals } = parseHeader("a 1 1 2\n~ 0");
  assert.deepEqual(decodeSignals(new Uint8Array(), signals, { sampleCount: 2 }), [
    Int32Array.of(-32768, -32768),
  ]);
});
