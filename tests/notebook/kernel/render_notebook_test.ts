import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { renderNotebook } from "lib/notebook/mod.ts";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";
import { makeNotebook, withNotebooks } from "../make_notebook.ts";

const paths = setupPaths(dirname(dirname(dirname(import.meta.dirname!))));
const jupyter = { python: paths.python, environment: jupyterEnvironment(paths) };

Deno.test({
  ignore: !existsSync(paths.kernelspec),
  name: "renderNotebook() writes a page with the stored outputs",
  fn: () => {
    const data = { "text/plain": ["48 records"] };
    const outputs = [{ output_type: "display_data" as const, data, metadata: {} }];
    return withNotebooks({ "a.ipynb": makeNotebook([{ outputs }]) }, async (folder) => {
      await renderNotebook(`${folder}/a.ipynb`, jupyter);
      assert.match(await Deno.readTextFile(`${folder}/a.html`), /48 records/);
    });
  },
});
