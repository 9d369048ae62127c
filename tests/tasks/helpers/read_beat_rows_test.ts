import assert from "node:assert/strict";
import { readBeatRows } from "../../../lib/tasks/helpers/read_beat_rows.ts";

const line = (value: number) => new Array(187).fill(value).join(",");

async function readAll(text: string, rowsAtOnce: number) {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(path, text);
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
  await assert.rejects(readAll("\n\n", 9), /Cannot read beats from ".*": it holds none/);
});
