import assert from "node:assert/strict";
import { notebookText, readNotebook, writeNotebook } from "lib/notebook/mod.ts";
import { makeNotebook } from "../make_notebook.ts";

Deno.test("notebookText() is as Jupyter writes it: keys in order, lines of source, a newline", () => {
  const text = notebookText(makeNotebook(["const a = 1;\nconst b = 2;"]));
  assert.ok(text.endsWith("}\n"));
  assert.match(text, /"source": \[\n {4}"const a = 1;\\n",\n {4}"const b = 2;"\n {3}\]/);
  assert.ok(text.indexOf(`"cell_type"`) < text.indexOf(`"execution_count"`));
  assert.equal(JSON.parse(text).metadata.kernelspec.name, "deno");
});

Deno.test("notebookText() leaves out what differs from run to run", () => {
  const notebook = makeNotebook([{
    source: "1",
    metadata: { execution: { "iopub.status.busy": "2026-01-01" }, tags: ["long"] },
  }]);
  notebook.metadata = { language_info: { version: "6.0.3" } };
  const text = notebookText(notebook);
  assert.doesNotMatch(text, /2026|6\.0\.3/);
  assert.match(text, /"long"/);
});

Deno.test("notebookText() keeps the pictures that a reader put into prose", () => {
  const attachments = { "heart.png": { "image/png": "iVBORw0KGgo=" } };
  const cell = { cell_type: "markdown" as const, source: "![](attachment:heart.png)", attachments };
  const [kept] = JSON.parse(notebookText(makeNotebook([cell]))).cells;
  assert.deepEqual(kept.attachments, attachments);
  assert.doesNotMatch(notebookText(makeNotebook(["1"])), /attachments/);
});

Deno.test("notebookText() puts numbers on one line, but touches no text", () => {
  const data = { "application/json": { y: [1, -2.5e-7, null], text: "[ 1, 2 ]\n[\n 1\n]" } };
  const text = notebookText(makeNotebook([{ outputs: [{ output_type: "display_data", data }] }]));
  assert.match(text, /"y": \[1, -2\.5e-7, null\]/);
  assert.deepEqual(JSON.parse(text).cells[0].outputs[0].data, data);
});

Deno.test("notebookText() of its own result is the same", () => {
  const text = notebookText(makeNotebook(["a", { cell_type: "markdown", source: ["# b\n", "c"] }]));
  assert.equal(notebookText(JSON.parse(text)), text);
});

Deno.test("writeNotebook() writes what readNotebook() reads, and leaves nothing beside it", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/a.ipynb`;
    await writeNotebook(path, makeNotebook(["1"]));
    assert.equal((await readNotebook(path)).cells[0]!.id, "cell-1");
    assert.equal([...Deno.readDirSync(folder)].length, 1);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readNotebook() says what is no notebook", async () => {
  const path = await Deno.makeTempFile({ suffix: ".ipynb" });
  try {
    await Deno.writeTextFile(path, "{");
    await assert.rejects(readNotebook(path), /it is not JSON/);
    await Deno.writeTextFile(path, `{"nbformat": 3}`);
    await assert.rejects(readNotebook(path), /its format must be 4 but is 3/);
  } finally {
    await Deno.remove(path);
  }
});
