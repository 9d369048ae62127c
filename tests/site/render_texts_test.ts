import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { setupPaths } from "lib/setup/mod.ts";
import { renderTexts } from "lib/site/render_texts.ts";

const { python } = setupPaths(dirname(dirname(import.meta.dirname!)));

Deno.test({
  name: "renderTexts() renders Markdown with tables, and TypeScript by its words",
  ignore: !existsSync(python),
  async fn() {
    const [markdown, code] = await renderTexts([
      { kind: "markdown", text: "**a**\n\n| b |\n| --- |\n| é |" },
      { kind: "code", text: "const a = 1;" },
    ], { python });
    assert.match(markdown!, /<strong>a<\/strong>.*<td>é<\/td>/s);
    assert.match(code!, /<span class="kd">const<\/span>/);
  },
});
