import assert from "node:assert/strict";
import { jupyterEnvironment } from "lib/setup/jupyter_environment.ts";
import { makeCheckout } from "./checkout.ts";

Deno.test("jupyterEnvironment() keeps every folder of Jupyter's inside .venv", () => {
  const paths = makeCheckout();
  const { JUPYTER_PREFER_ENV_PATH, ...folders } = jupyterEnvironment(paths);
  assert.equal(JUPYTER_PREFER_ENV_PATH, "1");
  for (const folder of Object.values(folders)) assert.ok(folder.startsWith(paths.environment));
  assert.equal(new Set(Object.values(folders)).size, 4);
});
