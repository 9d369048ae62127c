import assert from "node:assert/strict";
import { figureLayout } from "lib/figures/mod.ts";
import { mimeBundle, plainText } from "lib/notebook/cells/mime_bundle.ts";

const figure = {
  data: [{ type: "scatter" as const, y: Float32Array.of(0.1, NaN) }],
  layout: figureLayout("Two values", { width: 200, height: 150 }),
};

Deno.test("mimeBundle() of a figure holds Plotly's data, a picture of the same size, and text", async () => {
  const { data, metadata } = await mimeBundle(figure);
  assert.deepEqual(Object.keys(data).sort(), [
    "application/vnd.plotly.v1+json",
    "image/png",
    "text/plain",
  ]);
  assert.deepEqual(metadata, { "image/png": { width: 200, height: 150 } });
  assert.match(data["image/png"] as string, /^iVBORw0KGgo/);
  assert.equal(data["text/plain"], "Figure: Two values");
});

Deno.test("mimeBundle() writes numbers plainly and with no more digits than matter", async () => {
  const { data } = await mimeBundle(figure);
  const { data: [trace] } = data["application/vnd.plotly.v1+json"] as { data: { y: unknown }[] };
  assert.deepEqual(trace!.y, [0.1, null]);
});

Deno.test("mimeBundle() of a figure shows a note in each form", async () => {
  const { data } = await mimeBundle(figure, { note: "synthetic" });
  assert.match(JSON.stringify(data["application/vnd.plotly.v1+json"]), /subtitle.*synthetic/);
  assert.match(data["text/plain"] as string, /synthetic/);
});

Deno.test("mimeBundle() of a table is HTML with the note as its caption", async () => {
  const table = { columns: ["a"], index: [0], values: [[1]] };
  const { data } = await mimeBundle(table, { note: "synthetic" });
  assert.match(data["text/html"] as string, /<caption>synthetic/);
  assert.match(data["text/plain"] as string, /^synthetic/);
});

Deno.test("mimeBundle() of text is Markdown, and only a table in it gets the note", async () => {
  const text = await mimeBundle("**48** records", { note: "synthetic" });
  assert.equal(text.data["text/markdown"], "**48** records");
  const table = await mimeBundle("| a | b |\n|---|---|\n| 1 | 2 |", { note: "synthetic" });
  assert.match(table.data["text/markdown"] as string, /\n\n\*synthetic\*$/);
});

Deno.test("plainText() of a figure is its title", () => {
  assert.equal(plainText(figure, { note: "synthetic" }), "Figure: Two values\nsynthetic");
});
