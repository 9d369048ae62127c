import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { readBeatRows } from "../../../../lib/tasks/helpers/predict/read_beat_rows.ts";

const line = (value: number) => new Array(187).fill(value).join(",");

async function readAll(text: string | Uint8Array, rowsAtOnce: number) {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeFile(path, typeof text === "string" ? new TextEncoder().encode(text) : text);
    return await Array.fromAsync(readBeatRows(path, rowsAtOnce));
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("readBeatRows() gives some rows at a time, then the rest", async () => {
  const batches = await readAll([line(0), line(0.5), line(1)].join("\n"), 2);
  assert.deepEqual(batches.map((batch) => batch.map(({ values }) => values[0])), [[0, 0.5], [1]]);
});

Deno.test("readBeatRows() passes over empty lines and reads Windows' line ends", async () => {
  const [batch] = await readAll(`${line(0)}\r\n\r\n${line(1)}\r\n`, 9);
  assert.equal(batch!.length, 2);
});

Deno.test("readBeatRows() names the line that is no beat", async () => {
  await assert.rejects(readAll(`${line(0)}\n\nx\n`, 9), /\.csv, line 3: wanted 187/);
});

Deno.test("readBeatRows() says when there is no such file", async () => {
  await assert.rejects(Array.fromAsync(readBeatRows("no/such.csv", 1)), /there is no such file/);
});

Deno.test("readBeatRows() says when a file holds no beat", async () => {
  await assert.rejects(readAll("\n\n", 9), /Cannot read beats from ".*": it has none/);
});

Deno.test("readBeatRows() passes over a header and the rows' numbers under it", async () => {
  const header = Array.from({ length: 188 }, (_, i) => i).join(",");
  const [plain] = await readAll(`${header}\n${line(0.5)},3\n`, 9);
  const [numbered] = await readAll(`,${header}\n17,${line(0.5)},3\n`, 9);
  assert.deepEqual(plain, [{ values: new Array(187).fill(0.5), label: 3 }]);
  assert.deepEqual(numbered, plain);
});

Deno.test("readBeatRows() unpacks what is gzipped, and says when that is damaged", async () => {
  const packed = gzipSync(`${line(0)}\n${line(1)}\n`);
  assert.equal((await readAll(packed, 9))[0]!.length, 2);
  await assert.rejects(readAll(packed.subarray(0, -12), 9), /wanted gzip undamaged, found/);
});

Deno.test("readBeatRows() reads what pandas writes: header, numbers of rows, gzip", async () => {
  for (const name of ["header.csv", "numbered.csv.gz", "named.csv.gz"]) {
    const path = new URL(`../../../fixtures/sources/pandas/${name}`, import.meta.url).pathname;
    const [batch] = await Array.fromAsync(readBeatRows(path, 99));
    assert.equal(batch!.length, 10, name);
    assert.ok(batch!.every(({ label }) => label !== undefined));
  }
});
