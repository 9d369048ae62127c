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

Deno.test({
  name: "renderTexts() says what a Python said that ended before it had read the texts",
  ignore: Deno.build.os === "windows",
  async fn() {
    const fake = await Deno.makeTempFile();
    await Deno.writeTextFile(fake, "#!/bin/sh\necho no nbconvert here >&2\nexit 3\n");
    await Deno.chmod(fake, 0o755);
    const long = { kind: "markdown" as const, text: "x".repeat(1e6) };
    await assert.rejects(
      renderTexts([long], { python: fake }),
      /Cannot render texts as HTML.*must have nbconvert: no nbconvert here/,
    );
    await Deno.remove(fake);
  },
});
