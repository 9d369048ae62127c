import assert from "node:assert/strict";
import type { NotebookOutput } from "lib/notebook/mod.ts";
import { createProgressHtml } from "lib/notebook/cells/progress_html.ts";
import { missingOutputs } from "lib/notebook/kernel/missing_outputs.ts";
import { makeNotebook } from "../make_notebook.ts";

const display: NotebookOutput = { output_type: "display_data", data: { "text/plain": "a" } };
const stream: NotebookOutput = { output_type: "stream", name: "stdout", text: ["a"] };

Deno.test("missingOutputs() wants an output for each show() and showProgress()", () => {
  const source = "await show(a);\nawait showProgress(b);";
  const notebook = makeNotebook([
    { cell_type: "markdown", source: "await show(x)" },
    { source, outputs: [display, display] },
    { source, outputs: [display, stream] },
  ]);
  assert.deepEqual(missingOutputs(notebook), ["code cell 2 must show 2 outputs but shows 1"]);
});

Deno.test("missingOutputs() wants the last drawing of a training, not one while it ran", async () => {
  const state = { done: 0.5, epochs: 2, points: [], records: [] };
  const words = { title: "Epoch 1 of 2", lines: [] };
  const html = await createProgressHtml(undefined)(state, words);
  const running = { output_type: "display_data", data: { "text/html": html.split(/(?<=\n)/) } };
  const notebook = makeNotebook([{
    source: "const history = await showProgress(train);",
    outputs: [running as NotebookOutput],
  }]);
  assert.deepEqual(missingOutputs(notebook), ["code cell 1 must show 1 outputs but shows 0"]);
});

Deno.test("missingOutputs() does not count comments, imports and other functions", () => {
  const source = `import { show } from "lib/notebook/mod.ts";\n// await show(a)\nslideshow(1);`;
  assert.deepEqual(missingOutputs(makeNotebook([source])), []);
});
