import { Buffer } from "node:buffer";
import { type Figure, figurePng, withNote } from "lib/figures/mod.ts";
import { type DataTable, rowsTable, tableHtml, tableText } from "./data_table.ts";
import type { MimeBundle } from "../kernel/notebook_kernel.ts";

/** What can be shown: a figure, a table as rows or as a danfojs DataFrame, or Markdown. */
export type Showable = Figure | DataTable | readonly object[] | string;

/** A value in all forms in which it may be shown. */
export interface ShownForms {
  data: MimeBundle;
  metadata: Record<string, object>;
}

/** Options of {@linkcode mimeBundle} and {@linkcode plainText}. */
export interface MimeBundleOptions {
  /** Stands beneath the title of a figure and above a table. */
  note?: string;
  /** Rows of a table to show at most; 20 by default. */
  rows?: number;
}

/**
 * A value in all forms that a notebook stores: a figure as Plotly's data and as a picture, a table
 * as HTML, text as Markdown, and each as plain text.
 */
export async function mimeBundle(
  value: Showable,
  options: MimeBundleOptions = {},
): Promise<ShownForms> {
  const { note, rows } = options;
  const text = plainText(value, options);
  if (typeof value === "string") {
    return { data: { "text/markdown": noted(value, note), "text/plain": text }, metadata: {} };
  }
  if (!isFigure(value)) {
    const html = tableHtml(asTable(value), { caption: note, rows });
    return { data: { "text/html": html, "text/plain": text }, metadata: {} };
  }
  const figure = note === undefined ? value : withNote(value, note);
  // JupyterLab shows the picture until the pointer is over it, so both must have the same size.
  const picture = Buffer.from(await figurePng(figure)).toString("base64");
  const { width, height } = figure.layout;
  return {
    data: {
      "application/vnd.plotly.v1+json": { ...plainFigure(figure), config: { displaylogo: false } },
      "image/png": picture,
      "text/plain": text,
    },
    metadata: { "image/png": { width, height } },
  };
}

/** A value as text, for a terminal and for readers that know no other form. */
export function plainText(value: Showable, options: MimeBundleOptions = {}): string {
  const { note, rows } = options;
  if (typeof value === "string") return noted(value, note);
  if (!isFigure(value)) return tableText(asTable(value), { caption: note, rows });
  const { title } = value.layout;
  return [`Figure: ${title?.text ?? ""}`, note, title?.subtitle?.text].filter(Boolean).join("\n");
}

function isFigure(value: Exclude<Showable, string>): value is Figure {
  return "layout" in value;
}

function asTable(value: DataTable | readonly object[]): DataTable {
  return Array.isArray(value) ? rowsTable(value) : value as DataTable;
}

/** Markdown with the note after it when there is a table in it. */
function noted(markdown: string, note: string | undefined): string {
  const hasTable = /^ *\|?[ :-]*-[ :-]*\|/m.test(markdown);
  return note !== undefined && hasTable ? `${markdown}\n\n*${note}*` : markdown;
}

/** As JSON, with only the digits that matter, so that it is small and the same in every run. */
function plainFigure(figure: Figure): object {
  return JSON.parse(JSON.stringify(figure, (_, value) => {
    if (typeof value === "number") return Number(value.toPrecision(7));
    return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;
  }));
}
