import { wideTable } from "./narrow_tables.ts";

/**
 * HTML that nbconvert made of Markdown, with the names of headings as code hosts have them, no
 * marks beside headings, and tables that can be scrolled where they are too wide; one of many columns may be wider than
 * the text.
 */
export function tidyHtml(html: string): string {
  return html
    .replaceAll(/<a class="anchor-link"[^>]*>.*?<\/a>/g, "")
    .replaceAll(
      /(<h\d id=")([^"]*)(")/g,
      (_, before, id, after) => before + id.toLowerCase() + after,
    )
    .replaceAll(/<table\b.*?<\/table>/gs, (table) => {
      const columns = table.match(/<tr\b.*?<\/tr>/s)?.[0].match(/<th\b/g)?.length ?? 0;
      return `<div class="scroll${columns >= wideTable ? " wide" : ""}">${table}</div>`;
    });
}
