import assert from "node:assert/strict";
import { join } from "node:path";
import { codeDigest, statements } from "../../bench/code_digest.ts";

Deno.test("codeDigest() is the same for benchmarks of the same code and differs for others", () => {
  assert.match(codeDigest("cnn_32"), /^[0-9a-f]{12}$/);
  assert.equal(codeDigest("cnn_32"), codeDigest("predict_1"));
  assert.equal(new Set(["cnn_32", "records", "rows"].map((key) => codeDigest(key))).size, 3);
});

Deno.test("codeDigest() of the import changes with any statement of the library, not with a comment", async () => {
  const root = await Deno.makeTempDir();
  const write = async (code: string) => {
    await Deno.mkdir(join(root, "lib/beats"), { recursive: true });
    await Deno.writeTextFile(join(root, "lib/beats/rows.ts"), code);
    return codeDigest("import", root);
  };
  const before = await write("export const rows = 1;");
  assert.equal(await write("/** Rows. */ export const rows = 1;"), before);
  assert.notEqual(await write("export const rows = 2;"), before);
  await Deno.remove(root, { recursive: true });
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
