import { mkdirSync } from "node:fs";
import { jupyterEnvironment } from "../jupyter_environment.ts";
import type { SetupPaths } from "../setup_paths.ts";
import { isStamped, writeStamp } from "../stamp.ts";

/**
 * Writes the file from which Jupyter starts a Deno kernel, unless it is right already. It names the
 * Deno that runs this: one that npx fetched lies in a cache, which may be emptied at any time.
 */
export function writeKernelspec(paths: SetupPaths): void {
  const content = JSON.stringify(
    {
      argv: [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
      display_name: "Deno",
      language: "typescript",
      env: { DENO_NO_UPDATE_CHECK: "1" },
    },
    null,
    2,
  );
  if (!isStamped(paths.kernelspec, content)) writeStamp(paths.kernelspec, content);
  // IPython, which executes notebooks, warns where the folder of its settings cannot be made.
  mkdirSync(jupyterEnvironment(paths).IPYTHONDIR!, { recursive: true });
}
