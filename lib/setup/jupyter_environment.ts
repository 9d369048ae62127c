import { join } from "node:path";
import type { SetupPaths } from "./setup_paths.ts";

/**
 * The variables with which Jupyter keeps its settings, workspaces and running files inside .venv
 * and looks for kernels there first, so that nothing of the user's own Jupyter is read or changed.
 */
export function jupyterEnvironment(paths: SetupPaths): Record<string, string> {
  const folder = join(paths.environment, "jupyter");
  return {
    JUPYTER_CONFIG_DIR: join(folder, "config"),
    JUPYTER_DATA_DIR: join(folder, "data"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    IPYTHONDIR: join(folder, "ipython"),
    JUPYTER_PREFER_ENV_PATH: "1",
  };
}
