/**
 * HTML that nbconvert made of Markdown, with the names of headings as code hosts have them, no
 * marks beside headings, and tables that can be scrolled where they are too wide.
 */
export function tidyHtml(html: string): string {
  return html
    .replaceAll(/<a class="anchor-link"[^>]*>.*?<\/a>/g, "")
    .replaceAll(
      /(<h\d id=")([^"]*)(")/g,
      (_, before, id, after) => before + id.toLowerCase() + after,
    )
    .replaceAll(/<table\b.*?<\/table>/gs, '<div class="scroll">$&</div>');
}
