import assert from "node:assert/strict";
import type { Notebook } from "lib/notebook/mod.ts";
import { notebookHtml, notebookTexts } from "lib/site/notebook_html.ts";

const shown = (data: Record<string, unknown>) => ({ output_type: "display_data" as const, data });
const notebook: Notebook = {
  cells: [
    { cell_type: "markdown", source: "# Why?", metadata: {} },
    {
      cell_type: "code",
      id: "two",
      source: ["await show(1);\n", "await show(2);"],
      metadata: {},
      outputs: [
        shown({ "text/markdown": "**one**", "text/plain": "one" }),
        shown({ "image/png": "AQID", "text/plain": "Figure" }),
      ],
    },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};

Deno.test("notebookTexts() gives cells and outputs in Markdown in their order", () => {
  assert.deepEqual(notebookTexts(notebook), [
    { kind: "markdown", text: "# Why?" },
    { kind: "code", text: "await show(1);\nawait show(2);" },
    { kind: "markdown", text: "**one**" },
  ]);
});

Deno.test("notebookHtml() puts each output under its cell and names its picture after it", () => {
  const texts = ["<h1>Why?</h1>", "<pre>code</pre>", "<b>one</b>"].values();
  const { body, pictures } = notebookHtml(notebook, { name: "01_why", texts });
  assert.match(body, /<h1>Why.*<pre>code.*<b>one<\/b>.*<figure>/s);
  assert.deepEqual(pictures.map(({ path }) => path), ["pictures/01_why-two-1.png"]);
});
