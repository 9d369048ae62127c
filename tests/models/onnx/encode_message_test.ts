import assert from "node:assert/strict";
import { encodeMessage } from "../../../lib/models/onnx/encode_message.ts";

Deno.test("encodeMessage() writes the examples of protobuf's own documentation", () => {
  assert.deepEqual([...encodeMessage([[1, 150]])], [0x08, 0x96, 0x01]);
  const testing = [...new TextEncoder().encode("testing")];
  assert.deepEqual([...encodeMessage([[2, "testing"]])], [0x12, 7, ...testing]);
  assert.deepEqual([...encodeMessage([[3, [[1, 150]]]])], [0x1a, 3, 0x08, 0x96, 0x01]);
});

Deno.test("encodeMessage() writes zeros and empty texts, and leaves out what is undefined", () => {
  assert.deepEqual([...encodeMessage([[1, 0], [2, ""], [3, undefined]])], [0x08, 0, 0x12, 0]);
});

Deno.test("encodeMessage() writes floats in four bytes, numbers below zero in ten", () => {
  assert.deepEqual([...encodeMessage([[2, Float32Array.of(1)]])], [0x15, 0, 0, 0x80, 0x3f]);
  const minusOne = [0x08, ...Array(9).fill(0xff), 0x01];
  assert.deepEqual([...encodeMessage([[1, -1]])], minusOne);
});
