import assert from "node:assert/strict";
import { checkNotebookCells } from "lib/notebook/mod.ts";
import { makeNotebook, withNotebooks } from "../make_notebook.ts";

const notebooks = {
  "good.ipynb": makeNotebook([
    `import { aamiClasses } from "lib/beats/mod.ts";`,
    { cell_type: "markdown", source: "not: code" },
    `const letters: string[] = aamiClasses.map(({ letter }) => letter);\nawait Promise.resolve();`,
    `console.log(letters.length);`,
  ]),
  "types.ipynb": makeNotebook([
    "const a = 1;",
    `// the sum\nconst b: string = a;\nconsole.log(b);`,
  ]),
  "syntax.ipynb": makeNotebook(["const a: number = ;"]),
};

Deno.test("checkNotebookCells() finds nothing wrong in good cells, and types across cells", async () => {
  await withNotebooks(notebooks, async (folder) => {
    assert.equal(await checkNotebookCells(`${folder}/good.ipynb`), "");
    const wrong = await checkNotebookCells(`${folder}/types.ipynb`);
    assert.match(wrong, /Type 'number' is not assignable to type 'string'/);
    assert.match(wrong, /types\.ipynb, code cell 2, line 2/);
    assert.equal([...Deno.readDirSync(folder)].length, 3);
  });
});

Deno.test("checkNotebookCells() checks several notebooks at once, each by itself", async () => {
  const twice = { "a.ipynb": notebooks["types.ipynb"], "b.ipynb": notebooks["types.ipynb"] };
  await withNotebooks({ ...twice, "good.ipynb": notebooks["good.ipynb"] }, async (folder) => {
    const paths = ["a", "good", "b"].map((name) => `${folder}/${name}.ipynb`);
    const wrong = await checkNotebookCells(...paths);
    assert.deepEqual(wrong.match(/\w+\.ipynb, code cell \d+, line \d+/g), [
      "a.ipynb, code cell 2, line 2",
      "b.ipynb, code cell 2, line 2",
    ]);
    assert.equal([...Deno.readDirSync(folder)].length, 3);
  });
});

Deno.test("checkNotebookCells() explains a syntax error", async () => {
  await withNotebooks(notebooks, async (folder) => {
    const wrong = await checkNotebookCells(`${folder}/syntax.ipynb`);
    assert.match(wrong, /Expression expected/);
    assert.match(wrong, /syntax\.ipynb, code cell 1, line 1/);
  });
});
