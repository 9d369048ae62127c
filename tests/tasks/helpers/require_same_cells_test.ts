import assert from "node:assert/strict";
import { writeNotebook } from "lib/notebook/mod.ts";
import { requireSameCells } from "lib/tasks/helpers/require_same_cells.ts";
import { makeNotebook } from "../../notebook/make_notebook.ts";

Deno.test("requireSameCells() refuses a notebook that was changed while it was executed", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/a.ipynb`;
  const executed = makeNotebook([{ source: ["const a = 1;\n", "a;"], execution_count: 1 }]);
  await writeNotebook(path, makeNotebook(["const a = 1;\na;"]));
  await requireSameCells(path, executed);
  await writeNotebook(path, makeNotebook(["const a = 2;\na;"]));
  await assert.rejects(
    requireSameCells(path, executed),
    /Cannot store a\.ipynb: .* stays as it is/,
  );
  await Deno.remove(folder, { recursive: true });
});
