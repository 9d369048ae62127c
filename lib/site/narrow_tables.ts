/** Columns from which on a table is too wide for a page's text. */
export const wideTable = 12;

/**
 * Markdown whose wide tables (of 12 columns and more) are without the columns that say the same in
 * every row: a line above the table says it once.
 *
 * @example
 * ```ts
 * import { narrowTables } from "lib/site/narrow_tables.ts";
 *
 * const row = (first: string) => `| ${first} | same${" | x | y".repeat(5)} |`;
 * const wide = [row("a"), `${"| --- ".repeat(12)}|`, row("b"), row("c")].join("\n");
 * console.assert(narrowTables(wide).startsWith("In every row, same: same"));
 * ```
 */
export function narrowTables(markdown: string): string {
  return markdown.replaceAll(/(?:^\|.*\|\n?)+/gm, (table) => {
    const rows = table.trimEnd().split("\n").map(cellsOf);
    const [head = [], , ...body] = rows;
    if (head.length < wideTable || body.length < 2) return table;
    const isShared = head.map((_, column) =>
      body.every((cells) => cells[column] === body[0]![column])
    );
    const facts = head.map((name, column) => `${name}: ${body[0]![column]}`)
      .filter((_, column) => isShared[column]);
    if (facts.length === 0) return table;
    const narrow = rows.map((cells) =>
      `| ${cells.filter((_, column) => !isShared[column]).join(" | ")} |`
    );
    return `In every row, ${facts.join("; ")}.\n\n${narrow.join("\n")}\n`;
  });
}

function cellsOf(row: string): string[] {
  return row.replaceAll(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim());
}
