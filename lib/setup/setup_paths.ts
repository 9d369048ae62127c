import { realpathSync } from "node:fs";
import { join } from "node:path";

/** Where set-up puts things; every path is absolute and inside the checkout. */
export interface SetupPaths {
  /** The checkout. */
  root: string;
  /** Installed node packages. */
  nodeModules: string;
  /** Python's virtual environment. */
  environment: string;
  /** The virtual environment's Python. */
  python: string;
  /** TensorFlow's C libraries. */
  tensorflow: string;
  /** What Jupyter reads to start a Deno kernel. */
  kernelspec: string;
  /** The lock of the set-up that is running. */
  lock: string;
}

/** Names the places that set-up uses in the checkout `root`, which has to exist. */
export function setupPaths(root: string): SetupPaths {
  // A checkout that is also reached through a link has one .venv.
  root = realpathSync(root);
  const environment = join(root, ".venv");
  return {
    root,
    nodeModules: join(root, "node_modules"),
    environment,
    python: Deno.build.os === "windows"
      ? join(environment, "Scripts", "python.exe")
      : join(environment, "bin", "python"),
    tensorflow: join(environment, "tensorflow"),
    kernelspec: join(environment, "share", "jupyter", "kernels", "deno", "kernel.json"),
    lock: join(root, ".setup.lock"),
  };
}
