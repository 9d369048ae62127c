// deno task lab [--no-browser] [--port N] ...: JupyterLab at the first notebook, with a Deno kernel.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";

const paths = setupPaths(dirname(dirname(import.meta.dirname!)));
const notebook = firstNotebook(join(paths.root, "notebooks"));
const child = new Deno.Command(paths.python, {
  args: [
    ...["-I", "-m", "jupyterlab"],
    `--ServerApp.root_dir=${paths.root}`,
    `--LabApp.default_url=/lab${notebook ? `/tree/notebooks/${notebook}` : ""}`,
    "--MultiKernelManager.default_kernel_name=deno",
    // Only what matters is printed: the address, and what is wrong.
    "--Application.log_level=WARN",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    // Jupyter refuses to be root, which in a container there is no other way but to be.
    ...(Deno.build.os !== "windows" && Deno.uid() === 0 ? ["--allow-root"] : []),
    ...Deno.args,
  ],
  cwd: paths.root,
  env: jupyterEnvironment(paths),
}).spawn();
// A terminal sends Ctrl-C to JupyterLab too, which asks whether to stop: this one waits.
Deno.addSignalListener("SIGINT", () => {});
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => child.kill("SIGTERM"));
Deno.exit((await child.status).code);

function firstNotebook(directory: string): string | undefined {
  if (!existsSync(directory)) return undefined;
  return readdirSync(directory).filter((name) => name.endsWith(".ipynb")).sort()[0];
}
