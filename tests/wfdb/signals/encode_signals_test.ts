import assert from "node:assert/strict";
import { parseHeader } from "lib/wfdb/mod.ts";
import { encodeSignals } from "lib/wfdb/signals/encode_signals.ts";

const name = "207";
const { signals: headers } = parseHeader("207 2\nx.dat 16x2:3+5\nx.dat 16");
const signals = [Int32Array.of(1, 2, 3, -4), Int32Array.of(10, -2047)];

Deno.test("encodeSignals() writes frame by frame, low byte first in format 16", () => {
  const { bytes } = encodeSignals(signals, headers, { name, format: 16 });
  assert.deepEqual([...new Int16Array(bytes.buffer)], [1, 2, 10, 3, -4, -2047]);
});

Deno.test("encodeSignals() packs pairs of samples into three bytes in format 212", () => {
  const { bytes } = encodeSignals([Int32Array.of(0x123, -1, 0x456)], headers.slice(1), { name });
  assert.deepEqual([...bytes], [0x23, 0xf1, 0xff, 0x56, 0x04]);
});

Deno.test("encodeSignals() makes the headers that tell how to read the file", () => {
  const [first, second] = encodeSignals(signals, headers, { name }).headers;
  const { fileName, format, samplesPerFrame, skew, byteOffset } = first!;
  assert.deepEqual({ fileName, format, samplesPerFrame, skew, byteOffset }, {
    fileName: "207.dat",
    format: 212,
    samplesPerFrame: 2,
    skew: 0,
    byteOffset: 0,
  });
  assert.deepEqual([second!.initialValue, second!.checksum], [10, -2037]);
});

Deno.test("encodeSignals() says which sample does not fit", () => {
  const wide = [signals[0]!, Int32Array.of(10, 2048)];
  assert.throws(() => encodeSignals(wide, headers, { name, format: 212 }), {
    message:
      'Cannot write record "207": sample 1 of signal 1 must be -2047 to 2047 for format 212 but is 2048',
  });
});

Deno.test("encodeSignals() wants as many frames of each signal", () => {
  assert.throws(() => encodeSignals([signals[0]!, Int32Array.of(1)], headers, { name }), {
    message: 'Cannot write record "207": number of samples of signal 1 must be 2 but is 1',
  });
  assert.throws(() => encodeSignals(signals, headers.slice(1), { name }), {
    message: 'Cannot write record "207": number of signals must be 1 but is 2',
  });
});
