import assert from "node:assert/strict";
import { join } from "node:path";
import { notebookPages } from "../../../lib/tasks/helpers/notebook_pages.ts";

Deno.test("notebookPages() leaves out what other commands write beside the notebooks' pages", async () => {
  const directory = await Deno.makeTempDir();
  const [notebooks, results] = [join(directory, "notebooks"), join(directory, "results")];
  await Deno.mkdir(notebooks);
  for (const name of ["02_train", "01_explore", "03_not_executed"]) {
    await Deno.writeTextFile(join(notebooks, `${name}.ipynb`), "{}");
  }
  assert.deepEqual(notebookPages(results, { notebooks }), []);
  await Deno.mkdir(results);
  for (const name of ["02_train", "01_explore", "page", "runs"]) {
    await Deno.writeTextFile(join(results, `${name}.html`), "<!doctype html>");
  }
  const wanted = ["01_explore.html", "02_train.html"].map((name) => join(results, name));
  assert.deepEqual(notebookPages(results, { notebooks }), wanted);
  await Deno.remove(directory, { recursive: true });
});
