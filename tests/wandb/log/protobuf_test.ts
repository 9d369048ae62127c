import assert from "node:assert/strict";
import {
  decodeMessage,
  encodeMessage,
  messagesIn,
  numberIn,
  textIn,
  textsIn,
} from "lib/wandb/log/protobuf.ts";

Deno.test("encodeMessage() writes the examples of protobuf's own documentation", () => {
  assert.deepEqual([...encodeMessage([[1, 150]])], [0x08, 0x96, 0x01]);
  assert.deepEqual([...encodeMessage([[2, "testing"]])], [
    0x12,
    7,
    ...new TextEncoder().encode("testing"),
  ]);
  assert.deepEqual([...encodeMessage([[3, [[1, 150]]]])], [0x1a, 3, 0x08, 0x96, 0x01]);
});

Deno.test("encodeMessage() leaves out defaults but writes empty messages", () => {
  assert.deepEqual([...encodeMessage([[1, 0], [2, ""], [3, false], [4, undefined], [5, []]])], [
    0x2a,
    0,
  ]);
});

Deno.test("encodeMessage() writes negative numbers in ten bytes", () => {
  assert.equal(encodeMessage([[1, -1]]).length, 11);
  assert.equal(numberIn(decodeMessage(encodeMessage([[1, -1]])), 1), -1);
});

Deno.test("decodeMessage() reads numbers, texts, repeated fields and messages", () => {
  const bytes = encodeMessage([[1, 2 ** 40], [2, "é"], [2, "b"], [3, [[1, "x"]]], [3, []]]);
  const message = decodeMessage(bytes);
  assert.equal(numberIn(message, 1), 2 ** 40);
  assert.deepEqual(textsIn(message, 2), ["é", "b"]);
  assert.deepEqual(messagesIn(message, 3).map((inner) => textIn(inner, 1)), ["x", ""]);
  assert.equal(numberIn(message, 9), 0);
});

Deno.test("decodeMessage() skips fields of fixed size and refuses bytes that end early", () => {
  const fixed = [0x09, ...new Uint8Array(8), 0x15, ...new Uint8Array(4), 0x18, 7];
  assert.equal(numberIn(decodeMessage(Uint8Array.from(fixed)), 3), 7);
  assert.throws(() => decodeMessage(Uint8Array.of(0x12, 9, 1)), /wanted 11 bytes but found 3/);
  assert.throws(() => decodeMessage(Uint8Array.of(0x08, 0x80)), RangeError);
});
