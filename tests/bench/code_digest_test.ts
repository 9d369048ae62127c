import assert from "node:assert/strict";
import { codeDigest } from "../../bench/code_digest.ts";

Deno.test("codeDigest() is the same for benchmarks of the same code and differs for others", () => {
  assert.match(codeDigest("cnn_32"), /^[0-9a-f]{12}$/);
  assert.equal(codeDigest("cnn_32"), codeDigest("predict_1"));
  assert.equal(new Set(["cnn_32", "records", "rows"].map(codeDigest)).size, 3);
});
