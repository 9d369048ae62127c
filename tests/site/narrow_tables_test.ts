import assert from "node:assert/strict";
import { narrowTables } from "lib/site/narrow_tables.ts";

/** A table whose second column says the same in every row, of so many columns. */
function table(columns: number, split = ["Kaggle", "Kaggle"]): string {
  const rows = [["model", "split"], ["---", "---"], ["a", split[0]!], ["b", split[1]!]];
  return rows.map(([first, second], r) => {
    const rest = Array.from({ length: columns - 2 }, (_, c) => r === 1 ? "---" : `${r}.${c}`);
    return `| ${[first, second, ...rest].join(" | ")} |`;
  }).join("\n");
}

Deno.test("narrowTables() says once what all rows of a wide table have in common", () => {
  const lines = narrowTables(`Before.\n\n${table(13)}\n\nAfter.\n`).split("\n");
  assert.deepEqual(lines.slice(0, 4), ["Before.", "", "In every row, split: Kaggle.", ""]);
  assert.match(lines[4]!, /^\| model \| 0\.0 \| .* \| 0\.10 \|$/);
  assert.equal(lines[5], `|${" --- |".repeat(12)}`);
  assert.match(lines[7]!, /^\| b \| 3\.0 /);
  assert.deepEqual(lines.slice(-3), ["", "After.", ""]);
});

Deno.test("narrowTables() leaves narrow tables and columns that differ as they are", () => {
  for (const text of [table(11), table(13, ["Kaggle", "by patient"])]) {
    assert.equal(narrowTables(text), text);
  }
});
