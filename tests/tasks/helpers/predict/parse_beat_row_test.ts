import assert from "node:assert/strict";
import { parseBeatRow } from "../../../../lib/tasks/helpers/predict/parse_beat_row.ts";

const values = Array.from({ length: 187 }, (_, column) => column / 200);

Deno.test("parseBeatRow() reads 187 values with a label and without", () => {
  assert.deepEqual(parseBeatRow(values.join(","), "a"), { values, label: undefined });
  assert.deepEqual(parseBeatRow([...values, "4.0"].join(",") + "\r", "a"), { values, label: 4 });
});

Deno.test("parseBeatRow() says which columns were wanted", () => {
  assert.throws(() => parseBeatRow("0.5", "a, line 2"), /a, line 2: wanted 187.*found 1 column$/);
  assert.throws(() => parseBeatRow([...values, 0, 0].join(","), "a"), /found 189 columns/);
});

Deno.test("parseBeatRow() takes no text, no gap and no header of column numbers", () => {
  const replaced = (column: number, text: string) =>
    values.map((value, index) => index === column ? text : value).join(",");
  assert.throws(() => parseBeatRow(replaced(2, "abc"), "a"), /column 3 .* but is "abc"/);
  assert.throws(() => parseBeatRow(replaced(0, ""), "a"), /column 1 .* but is ""/);
  const header = values.map((_, column) => column).join(",");
  assert.throws(
    () => parseBeatRow(header, "a"),
    /column 3 must be a number from 0 to 1 but is "2"/,
  );
});

Deno.test("parseBeatRow() takes a label from 0 to 4 alone", () => {
  assert.throws(() => parseBeatRow([...values, 5].join(","), "a"), /the label .* but is "5"/);
  assert.throws(() => parseBeatRow([...values, "N"].join(","), "a"), /the label .* but is "N"/);
});
