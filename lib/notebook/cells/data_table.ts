/** A table by columns and rows: what we use of a danfojs DataFrame. */
export interface DataTable {
  /** Names of the columns. */
  columns: string[];
  /** One name or number a row. */
  index: (string | number)[];
  /** The rows. */
  values: unknown;
}

/** Rows as a table: a column for each name that any of them has, in the order in which they come. */
export function rowsTable(rows: readonly object[]): DataTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columns,
    index: rows.map((_, row) => row),
    values: rows.map((row) => columns.map((column) => Reflect.get(row, column))),
  };
}

/** Options of {@linkcode tableHtml} and {@linkcode tableText}. */
export interface TableOptions {
  /** A line above the table. */
  caption?: string;
  /** Rows to show at most; 20 by default. */
  rows?: number;
}

/**
 * A table as HTML that JupyterLab and code hosts show in untrusted notebooks too: no style, no
 * script.
 */
export function tableHtml(table: DataTable, options: TableOptions = {}): string {
  const { header, body, left } = tableCells(table, options);
  const row = (tag: string, cells: string[]) =>
    `<tr><th>${escapeHtml(cells[0]!)}</th>${
      cells.slice(1).map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")
    }</tr>`;
  return [
    `<table border="1" class="dataframe">`,
    ...(options.caption ? [`<caption>${escapeHtml(options.caption)}</caption>`] : []),
    `<thead>${row("th", header)}</thead>`,
    "<tbody>",
    ...body.map((cells) => row("td", cells)),
    "</tbody>",
    "</table>",
    ...(left > 0 ? [`<p>and ${left} more rows</p>`] : []),
  ].join("\n");
}

/** A table as text with aligned columns. */
export function tableText(table: DataTable, options: TableOptions = {}): string {
  const { header, body, left } = tableCells(table, options);
  const lines = [header, ...body];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]!.length))
  );
  return [
    ...(options.caption ? [options.caption] : []),
    ...lines.map((cells) => cells.map((cell, column) => cell.padStart(widths[column]!)).join("  ")),
    ...(left > 0 ? [`and ${left} more rows`] : []),
  ].join("\n");
}

/** All that is shown of a table, as text; the first cell of each row is from the index. */
function tableCells({ columns, index, values }: DataTable, { rows = 20 }: TableOptions) {
  const all = values as unknown[][];
  const shown = all.slice(0, rows);
  const formats = columns.map((_, column) => columnFormat(all.map((row) => row[column])));
  const body = shown.map((row, line) => [
    String(index[line] ?? line),
    ...formats.map((format, column) => format(row[column])),
  ]);
  return { header: ["", ...columns], body, left: all.length - shown.length };
}

/** Whole numbers with thousands set apart; others with the same decimals down the column. */
function columnFormat(values: unknown[]): (value: unknown) => string {
  const numbers = values.filter((value) => typeof value === "number").filter(Number.isFinite);
  const whole = numbers.every(Number.isInteger);
  const decimals = whole ? 0 : numbers.every((value) => Math.abs(value) < 10) ? 4 : 2;
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (value) => {
    if (value === null || value === undefined) return "";
    return typeof value === "number" && Number.isFinite(value)
      ? value.toLocaleString("en", style)
      : String(value);
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
