import assert from "node:assert/strict";
import { type HeartbeatRows, parseHeartbeatLines } from "lib/sources/csv/parse_heartbeat_lines.ts";

function parse(text: string): HeartbeatRows {
  const rows = { count: 0, values: new Float32Array(), labels: new Uint8Array() };
  parseHeartbeatLines(new TextEncoder().encode(text), rows, "rows.csv");
  return rows;
}

/** A line of 187 values and a label, some of which are given. */
function line(fields: Record<number, string> = {}): string {
  return Array.from({ length: 188 }, (_, column) => fields[column] ?? "0.0").join(",");
}

Deno.test("parseHeartbeatLines() reads numbers in any form", () => {
  const rows = parse(line({ 0: "1", 1: "2.5e-1", 2: "5.000000000000000000e-01", 187: "3" }));
  assert.equal(rows.count, 1);
  assert.deepEqual(Array.from(rows.values.subarray(0, 4)), [1, 0.25, 0.5, 0]);
  assert.equal(rows.labels[0], 3);
});

Deno.test("parseHeartbeatLines() takes LF, CR LF and a missing last line end", () => {
  const fixed = { 186: "1.000000000000000000e+00", 187: "2.000000000000000000e+00" };
  for (const text of [`${line(fixed)}\n${line()}\n`, `${line(fixed)}\r\n${line()}\r\n`]) {
    for (const whole of [text, text.slice(0, -1)]) {
      const rows = parse(whole);
      assert.equal(rows.count, 2);
      assert.equal(rows.values[186], 1);
      assert.deepEqual(Array.from(rows.labels.subarray(0, 2)), [2, 0]);
    }
  }
});

Deno.test("parseHeartbeatLines() keeps rows when it makes room for more", () => {
  const text = Array.from({ length: 2500 }, (_, row) => line({ 5: `${row}`, 187: `${row % 5}` }));
  const rows = parse(text.join("\n"));
  assert.equal(rows.count, 2500);
  for (let row = 0; row < 2500; row++) {
    assert.equal(rows.values[row * 187 + 5], row);
    assert.equal(rows.labels[row], row % 5);
  }
});

Deno.test("parseHeartbeatLines() names line and column of what is no number", () => {
  const cases = [line({ 4: "five" }), line({ 4: "" }), line({ 4: "5.00000000000000000xe-01" })];
  for (const [index, found] of ["five", "", "5.00000000000000000xe-01"].entries()) {
    assert.throws(() => parse(`${line()}\n${cases[index]}\n${line()}`), {
      name: "HeartbeatCsvError",
      message: 'Cannot read heartbeat rows from "rows.csv", line 2, column 5: ' +
        `must be a number but is "${found}"`,
      place: { path: "rows.csv", line: 2, column: 5 },
    });
  }
  assert.throws(() => parse(line({ 187: "0\r1" })), /line 1, column 188: .* is "0\\r1"/);
});

Deno.test("parseHeartbeatLines() names the line that has too few or too many columns", () => {
  const wanted = /line 1: a line must have 187 values and a label but has /;
  assert.throws(() => parse("1,2,3\n"), wanted);
  assert.throws(() => parse("1,2,3\n"), /has 3 columns$/);
  assert.throws(() => parse(`${line()},0\n${line()}`), /has 189 columns$/);
  assert.throws(() => parse(`${line()},\n`), /has 189 columns$/);
  assert.throws(() => parse(`${line()}\n\n${line()}`), /line 2: .* has 1 column$/);
  assert.throws(() => parse(`${line()}\r${line()}`), wanted);
});

Deno.test("parseHeartbeatLines() refuses labels of no class", () => {
  for (const label of ["5", "-1", "1.5", "1e9"]) {
    assert.throws(() => parse(line({ 187: label })), {
      message: 'Cannot read heartbeat rows from "rows.csv", line 1, column 188: ' +
        `the label must be a whole number from 0 to 4 but is ${Number(label)}`,
    });
  }
});

Deno.test("parseHeartbeatLines() names the header line of a file that has one", () => {
  const header = Array.from({ length: 188 }, (_, column) => `x${column}`).join(",");
  assert.throws(() => parse(`${header}\n${line()}\n`), /line 1, column 1: .* but is "x0"/);
});
