import { escapeHtml } from "./escape_html.ts";

/** The parts of a page. */
export interface HtmlPage {
  /** As plain text. */
  title: string;
  /** The HTML of its head besides the title: style and programs. */
  head: string;
  /** The HTML of its body. */
  body: string;
}

/**
 * A whole page of HTML. Its icon is empty: no browser asks for one.
 *
 * @example
 * ```ts
 * import { baseStyle, htmlPage } from "lib/html/mod.ts";
 *
 * const head = `<style>${baseStyle()}</style>`;
 * const html = htmlPage({ title: "S & V", head, body: "<main>Two classes</main>" });
 * console.assert(html.includes("<title>S &amp; V</title>"));
 * ```
 */
export function htmlPage({ title, head, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
