import assert from "node:assert/strict";
import { codeDigest, statements } from "../../bench/code_digest.ts";

Deno.test("codeDigest() is the same for benchmarks of the same code and differs for others", () => {
  assert.match(codeDigest("cnn_32"), /^[0-9a-f]{12}$/);
  assert.equal(codeDigest("cnn_32"), codeDigest("predict_1"));
  assert.equal(new Set(["cnn_32", "records", "rows"].map((key) => codeDigest(key))).size, 3);
});

Deno.test("statements() leaves out comments, imports and a file's place", () => {
  const code = `
    /** Doc. */
import {
  a,
} from "./a.ts";
export { b } from "./b.ts";
// why
const x = join("../../c", 1); // "kept"
export const y = x;
`;
  assert.equal(statements(code), 'const x = join("../c", 1); // "kept" export const y = x;');
});
