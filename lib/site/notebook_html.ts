import { cellSource, type Notebook, type NotebookOutput } from "lib/notebook/mod.ts";
import { outputHtml, type SitePicture } from "./output_html.ts";
import type { TextPart } from "./render_texts.ts";

/** A notebook as HTML. */
export interface NotebookHtml {
  body: string;
  /** The pictures that the body shows, in order. */
  pictures: SitePicture[];
}

/** Options of {@linkcode notebookHtml}. */
export interface NotebookHtmlOptions {
  /** The name of the notebook, for its pictures. */
  name: string;
  /** Gives the texts of {@linkcode notebookTexts} as HTML, in the same order. */
  texts: Iterator<string>;
}

/** The texts of a notebook that have to be rendered: cells, and outputs in Markdown. */
export function notebookTexts({ cells }: Notebook): TextPart[] {
  return cells.flatMap((cell): TextPart[] => {
    const kind = cell.cell_type === "code" ? "code" : "markdown";
    const outputs = (cell.outputs ?? []).map(markdownOf).filter((text) => text !== undefined);
    return [
      { kind, text: cellSource(cell) },
      ...outputs.map((text): TextPart => ({ kind: "markdown", text })),
    ];
  });
}

/** A stored notebook, with its outputs, as the HTML of a page in a folder of the site. */
export function notebookHtml(notebook: Notebook, options: NotebookHtmlOptions): NotebookHtml {
  const next = (): string => options.texts.next().value;
  const pictures: SitePicture[] = [];
  const body = notebook.cells.map((cell, index) => {
    const text = next();
    if (cell.cell_type !== "code") return `<section class="prose">\n${text}\n</section>`;
    const outputs = (cell.outputs ?? []).map((output, number) => {
      const markdown = markdownOf(output) === undefined ? undefined : next();
      const place = /^[\w-]+$/.test(cell.id ?? "") ? cell.id : index + 1; // a name, not a path
      const name = `pictures/${options.name}-${place}${number > 0 ? `-${number}` : ""}`;
      const { html, picture } = outputHtml(output, { name, toRoot: "../", markdown });
      if (picture) pictures.push(picture);
      return `<div class="output">${html}</div>`;
    });
    return `<section class="code">\n${[text, ...outputs].join("\n")}\n</section>`;
  });
  return { body: body.join("\n"), pictures };
}

/** The Markdown of an output that is shown as such. */
function markdownOf({ data }: NotebookOutput): string | undefined {
  const markdown = data?.["text/markdown"];
  if (markdown === undefined || data?.["image/png"] !== undefined) return undefined;
  return [markdown].flat().join("");
}
