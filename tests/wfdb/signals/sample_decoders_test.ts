import assert from "node:assert/strict";
import { sampleDecoders } from "lib/wfdb/signals/sample_decoders.ts";
import { readRecord } from "lib/wfdb/mod.ts";
import { memoryFiles, readRecordFixtures } from "../fixtures.ts";

const fixtures = await readRecordFixtures();

for (const format of sampleDecoders.keys()) {
  Deno.test(`readRecord() reads format ${format} as wfdb-python does`, async () => {
    for (const shape of ["one", "three", "frames"]) {
      const name = `${shape}_${format}`;
      const { files, signals } = fixtures.get(name)!;
      const record = await readRecord(name, { readFile: memoryFiles(files) });
      assert.deepEqual(record.signals.map((samples) => [...samples]), signals);
    }
  });
}

Deno.test("sampleDecoders decode the bit patterns that signal(5) gives", () => {
  const decode = (format: number, bytes: number[], count: number) => {
    const target = new Int32Array(count);
    const run = { first: 0, step: 1, start: 0, stride: 1 };
    sampleDecoders.get(format)!(Uint8Array.from(bytes), target, run);
    return [...target];
  };
  assert.deepEqual(decode(8, [0x01, 0xff, 0x80], 3), [1, -1, -128]);
  assert.deepEqual(decode(16, [0x34, 0x12, 0xff, 0xff], 2), [0x1234, -1]);
  assert.deepEqual(decode(24, [0x56, 0x34, 0x12, 0xfe, 0xff, 0xff], 2), [0x123456, -2]);
  assert.deepEqual(decode(32, [0x78, 0x56, 0x34, 0x12], 1), [0x12345678]);
  assert.deepEqual(decode(61, [0x12, 0x34, 0xff, 0xfe], 2), [0x1234, -2]);
  assert.deepEqual(decode(80, [0, 128, 255], 3), [-128, 0, 127]);
  assert.deepEqual(decode(160, [0, 0, 0, 0x80, 0xff, 0xff], 3), [-32768, 0, 32767]);
  assert.deepEqual(decode(212, [0x34, 0x12, 0x56], 2), [0x234, 0x156]);
  assert.deepEqual(decode(212, [0xff, 0xff, 0xff], 2), [-1, -1]);
  assert.deepEqual(decode(310, [0x02, 0x00, 0x04, 0x08], 3), [1, 2, 32]);
  assert.deepEqual(decode(311, [0x01, 0x08, 0x30, 0x00], 3), [1, 2, 3]);
});

Deno.test("sampleDecoders return the sum of the samples", () => {
  const bytes = Uint8Array.from({ length: 240 }, (_, i) => i * 37 & 0xff);
  for (const decode of sampleDecoders.values()) {
    for (const step of [1, 2, 3]) {
      const target = new Int32Array(20);
      const sum = decode(bytes, target, { first: step - 1, step, start: 0, stride: 1 });
      assert.equal(sum, target.reduce((total, value) => total + value | 0, 0));
    }
  }
});
