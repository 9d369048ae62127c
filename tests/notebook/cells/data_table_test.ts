import assert from "node:assert/strict";
import { tableHtml, tableText } from "lib/notebook/cells/data_table.ts";

const table = {
  columns: ["record", "beats", "share"],
  index: [0, 1],
  values: [["100 <a>", 2273, 0.51234], ["101", 1865, 0.25]],
};

Deno.test("tableText() aligns columns and formats numbers by column", () => {
  assert.equal(
    tableText(table),
    [
      "    record  beats   share",
      "0  100 <a>  2,273  0.5123",
      "1      101  1,865  0.2500",
    ].join("\n"),
  );
});

Deno.test("tableHtml() escapes what it shows", () => {
  assert.match(tableHtml(table), /<td>100 &lt;a&gt;<\/td>/);
});

Deno.test("tableHtml() has its caption, and neither style nor script", () => {
  const html = tableHtml(table, { caption: "synthetic" });
  assert.match(html, /<caption>synthetic<\/caption>/);
  assert.doesNotMatch(html, /style|script/);
});

Deno.test("tableHtml() says how many rows it leaves out", () => {
  const html = tableHtml(table, { rows: 1 });
  assert.doesNotMatch(html, /<td>101</);
  assert.match(html, /and 1 more rows/);
});

Deno.test("tableText() leaves what is missing empty", () => {
  assert.equal(tableText({ columns: ["a"], index: ["x"], values: [[null]] }).trimEnd(), "   a\nx");
});

Deno.test("tableText() gives a column the same decimals with and without a NaN in it", () => {
  const of = (...seconds: number[]) =>
    tableText({ columns: ["rr"], index: ["", ""], values: seconds.map((one) => [one]) });
  assert.match(of(0.8125, NaN), /0\.8125\n.*NaN/);
  assert.match(of(0.8125, Infinity), /0\.8125\n.*Infinity/);
  assert.match(of(2, NaN), /\b2\n.*NaN/);
});

Deno.test("tableText() takes tables of more rows than a function takes arguments", () => {
  const values = Array.from({ length: 200_000 }, (_, row) => [row + 0.5]);
  const text = tableText({ columns: ["time"], index: ["a"], values }, { rows: 1 });
  assert.equal(text, "   time\na  0.50\nand 199999 more rows");
});
