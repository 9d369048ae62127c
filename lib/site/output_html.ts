import type { NotebookOutput } from "lib/notebook/mod.ts";
import { escapeHtml } from "lib/html/mod.ts";

/** Where a picture goes and what is in it. */
export interface SitePicture {
  /** Its path in the site. */
  path: string;
  content: Uint8Array;
}

/** Options of {@linkcode outputHtml}. */
export interface OutputHtmlOptions {
  /** The path in the site, without ending, for the output's picture. */
  name: string;
  /** The way from the page to the root of the site: "../". */
  toRoot: string;
  /** The HTML of the output's Markdown, if it has any. */
  markdown?: string;
}

/**
 * An output of a cell as HTML, in the richest form that it has; a figure as a picture with the data
 * that the page's program makes an interactive one of.
 */
export function outputHtml(
  output: NotebookOutput,
  options: OutputHtmlOptions,
): { html: string; picture?: SitePicture } {
  const { data = {} } = output;
  const form = (type: string) => textOf(data[type]);
  if (data["image/png"] !== undefined) {
    const path = `${options.name}.png`;
    const content = Uint8Array.fromBase64(form("image/png").replaceAll("\n", ""));
    return { html: figureHtml(output, `${options.toRoot}${path}`), picture: { path, content } };
  }
  if (options.markdown !== undefined) return { html: options.markdown };
  if (data["text/html"] !== undefined) return { html: form("text/html") };
  const text = output.output_type === "error"
    ? textOf(output.traceback) || `${output.ename}: ${output.evalue}`
    : textOf(output.text) || form("text/plain");
  return { html: `<pre class="text">${escapeHtml(text)}</pre>` };
}

function figureHtml({ data = {}, metadata = {} }: NotebookOutput, source: string): string {
  const { width, height } = (metadata as Record<string, Record<string, number>>)["image/png"] ?? {};
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  const alt = escapeHtml(textOf(data["text/plain"]).replaceAll("\n", "; "));
  const figure = data["application/vnd.plotly.v1+json"];
  // "<" could end the element; in JSON it may be written so.
  const json = figure && JSON.stringify(figure).replaceAll("<", "\\u003c");
  const style = width ? ` style="--width: ${width}px"` : "";
  return `<figure${style}><div class="paper"><img src="${source}" alt="${alt}"${size} ` +
    `loading="lazy"></div>${
      json ? `<script type="application/json">${json}</script>` : ""
    }</figure>`;
}

/** Jupyter stores a text as such or as its lines. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join("") : typeof value === "string" ? value : "";
}
