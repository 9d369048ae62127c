import assert from "node:assert/strict";
import { tidyHtml } from "lib/site/tidy_html.ts";

Deno.test("tidyHtml() names headings as code hosts do and drops the marks beside them", () => {
  assert.equal(
    tidyHtml('<h2 id="Two-commands">Two commands<a class="anchor-link" href="#x">¶</a></h2>'),
    '<h2 id="two-commands">Two commands</h2>',
  );
});

Deno.test("tidyHtml() lets tables be scrolled", () => {
  assert.equal(tidyHtml("<table>1</table>"), '<div class="scroll"><table>1</table></div>');
});

Deno.test("tidyHtml() lets tables of twelve columns be wider than the text", () => {
  for (const [columns, wide] of [[11, ""], [12, " wide"]] as const) {
    const table = `<table><thead><tr>${"<th>x</th>".repeat(columns)}</tr></thead></table>`;
    assert.equal(tidyHtml(table), `<div class="scroll${wide}">${table}</div>`);
  }
});
