import assert from "node:assert/strict";
import { readRows, writeRows } from "../../bench/row_files.ts";

Deno.test("readRows() reads what writeRows() wrote", async () => {
  const directory = await Deno.makeTempDir();
  try {
    const values = Float32Array.from({ length: 2 * 187 }, (_, i) => i / 7);
    const labels = Uint8Array.of(4, 0);
    const files = await writeRows(directory, { values, labels });
    assert.equal((await Deno.stat(files.values)).size, 2 * 187 * 4);
    assert.deepEqual(await readRows(files), { values, labels });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
