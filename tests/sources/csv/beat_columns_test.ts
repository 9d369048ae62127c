import assert from "node:assert/strict";
import { beatColumns } from "lib/sources/csv/beat_columns.ts";

const counted = (first: number, length: number) =>
  Array.from({ length }, (_, i) => i + first).join(",");

Deno.test("beatColumns() knows the header that pandas writes, with and without the rows' numbers", () => {
  assert.deepEqual(beatColumns(counted(0, 188)), { header: true, numbered: false });
  assert.deepEqual(beatColumns(`,${counted(0, 188)}`), { header: true, numbered: true });
  assert.deepEqual(beatColumns(`"",${counted(0, 187)},label`), { header: true, numbered: true });
});

Deno.test("beatColumns() knows a header of names, and of numbers from 1 on", () => {
  const names = Array.from({ length: 187 }, (_, i) => `value_${i}`).join(",");
  assert.deepEqual(beatColumns(`${names},label`), { header: true, numbered: false });
  assert.deepEqual(beatColumns(counted(1, 187)), { header: true, numbered: false });
});

Deno.test("beatColumns() takes no beat for a header, nor a line with a word in it", () => {
  const beat = Array(187).fill("0.5").join(",");
  assert.deepEqual(beatColumns(`${beat},1`), { header: false, numbered: false });
  assert.equal(beatColumns(beat.replace("0.5", "x")).header, false);
  assert.equal(beatColumns("x").header, false);
  assert.deepEqual(beatColumns(`,${beat}`), { header: false, numbered: false });
});
