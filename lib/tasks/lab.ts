// deno task lab [--no-browser] [--port N] ...: JupyterLab at the first notebook, with a Deno kernel.
// Other options are handed on to JupyterLab.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";

const paths = setupPaths(dirname(dirname(import.meta.dirname!)));
const notebook = firstNotebook(join(paths.root, "notebooks"));
writeSettings();
mentionBusyPort();
const child = new Deno.Command(paths.python, {
  args: [
    ...["-I", "-m", "jupyterlab"],
    `--ServerApp.root_dir=${paths.root}`,
    `--LabApp.default_url=/lab${notebook ? `/tree/notebooks/${notebook}` : ""}`,
    "--MultiKernelManager.default_kernel_name=deno",
    // Only what matters is printed: the address, and what is wrong.
    "--Application.log_level=WARN",
    // Its default is one that it warns of.
    "--ServerApp.tornado_settings={'ws_ping_timeout': 30000}",
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

/** Defaults of this project's JupyterLab; what a reader chooses in its menu goes before them. */
function writeSettings(): void {
  const folder = join(paths.environment, "share/jupyter/lab/settings/overrides.d");
  // Without this JupyterLab asks each new reader whether it may fetch its news.
  const settings = { "@jupyterlab/apputils-extension:notification": { fetchNews: "false" } };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ecg-beats.json"), JSON.stringify(settings));
}

/** JupyterLab takes the next free port without a word; who named one wants to know. */
function mentionBusyPort(): void {
  const port = Deno.args.join(" ").match(/--port[ =](\d+)/)?.[1];
  if (port === undefined) return;
  try {
    Deno.listen({ hostname: "localhost", port: Number(port) }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) return;
    console.error(`Port ${port} is in use, so JupyterLab takes another: see its address below.`);
  }
}
