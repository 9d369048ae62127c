import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { cellSource, checkNotebookCells, notebookText, readNotebook } from "lib/notebook/mod.ts";
import { missingOutputs } from "lib/notebook/kernel/missing_outputs.ts";

const folder = join(dirname(dirname(import.meta.dirname!)), "notebooks");
const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".ipynb"))
  : [];

Deno.test("the notebooks' cells are right in syntax and types", async () => {
  assert.equal(await checkNotebookCells(...names.map((name) => join(folder, name))), "");
});

for (const name of names) {
  const path = join(folder, name);

  Deno.test(`notebooks/${name} is stored as "deno task notebooks" writes it, with all outputs`, async () => {
    const notebook = await readNotebook(path);
    const text = await Deno.readTextFile(path);
    assert.ok(text === notebookText(notebook), "run `deno task notebooks` before you commit it");
    assert.deepEqual(missingOutputs(notebook), []);
    assert.ok(text.length < 1.5e6, `at most 1.5 MB, but it has ${text.length} bytes`);
  });

  Deno.test(`notebooks/${name} tells where its records come from`, async () => {
    const { cells } = await readNotebook(path);
    const code = cells.filter(({ cell_type }) => cell_type === "code").map(cellSource).join("\n");
    if (/\brecords\.find\(/.test(code)) assert.match(code, /\bnotebook\.setSource\(/);
  });

  Deno.test(`notebooks/${name} imports by the one door in 3 lines, and no cell has more than 12`, async () => {
    const { cells } = await readNotebook(path);
    const sources = cells.filter(({ cell_type }) => cell_type === "code").map(cellSource);
    const lines = (source: string) => source.split("\n").length;
    assert.ok(lines(sources[0]!) <= 3);
    assert.match(sources[0]!, /from "ecg-beats";/);
    assert.deepEqual(sources.filter((source) => lines(source) > 12), []);
    assert.doesNotMatch(sources.join("\n"), /"lib\//);
  });

  Deno.test(`notebooks/${name} has no figure that needs more than one screen`, async () => {
    const { cells } = await readNotebook(path);
    const figures = cells.flatMap(({ id, outputs = [] }) =>
      outputs.map(({ data }) => ({
        id,
        figure: data?.["application/vnd.plotly.v1+json"] as { layout: { height?: number } },
      }))
    ).filter(({ figure }) => figure);
    assert.ok(figures.length > 0);
    assert.deepEqual(figures.filter(({ figure }) => (figure.layout.height ?? 450) > 800), []);
  });
}
