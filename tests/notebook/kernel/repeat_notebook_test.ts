import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { repeatNotebook } from "lib/notebook/mod.ts";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";
import { makeNotebook, withNotebooks } from "../make_notebook.ts";

const paths = setupPaths(dirname(dirname(dirname(import.meta.dirname!))));
const jupyter = { python: paths.python, environment: jupyterEnvironment(paths) };

Deno.test({
  name: "repeatNotebook() counts the outputs of all executions and names each fault",
  ignore: !existsSync(paths.kernelspec),
  async fn() {
    const whole = makeNotebook([`import { show } from "lib/notebook/mod.ts";\nawait show("a");`]);
    const lost = makeNotebook(["const show = (text: string) => text.length;\nvoid show('lost');"]);
    await withNotebooks({ "whole.ipynb": whole, "lost.ipynb": lost }, async (folder) => {
      const options = { ...jupyter, times: 2 };
      const shown = await repeatNotebook(`${folder}/whole.ipynb`, options);
      assert.deepEqual(shown, { outputs: 2, faults: [] });
      const { outputs, faults } = await repeatNotebook(`${folder}/lost.ipynb`, options);
      assert.equal(outputs, 0);
      assert.match(faults[0]!, /^execution 1 of 2: .*must show 1 outputs but shows 0/);
      assert.equal(faults.length, 2);
    });
  },
});
