// deno task lab [--no-browser] [--port N] ...: JupyterLab at the first notebook, with a Deno kernel.
// Other options are passed to JupyterLab.
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
    // Print only the address and problems.
    "--Application.log_level=WARN",
    // JupyterLab warns about its own default.
    "--ServerApp.tornado_settings={'ws_ping_timeout': 30000}",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.news_url=None",
    // Jupyter refuses to run as root, the only user in many containers.
    ...(Deno.build.os !== "windows" && Deno.uid() === 0 ? ["--allow-root"] : []),
    ...Deno.args,
  ],
  cwd: paths.root,
  env: jupyterEnvironment(paths),
}).spawn();
// A terminal sends Ctrl-C to JupyterLab too, which asks whether to stop: this process waits.
Deno.addSignalListener("SIGINT", () => {});
if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => child.kill("SIGTERM"));
Deno.exit((await child.status).code);

function firstNotebook(directory: string): string | undefined {
  if (!existsSync(directory)) return undefined;
  return readdirSync(directory).filter((name) => name.endsWith(".ipynb")).sort()[0];
}

/** Defaults of this project's JupyterLab; a reader's choices in its menu override them. */
function writeSettings(): void {
  const folder = join(paths.environment, "share/jupyter/lab/settings/overrides.d");
  // Without this JupyterLab asks each new reader whether it may fetch its news.
  const settings = { "@jupyterlab/apputils-extension:notification": { fetchNews: "false" } };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ecg-beats.json"), JSON.stringify(settings));
}

/** JupyterLab silently takes the next free port; say so to a reader who named one. */
function mentionBusyPort(): void {
  const port = Deno.args.join(" ").match(/--port[ =](\d+)/)?.[1];
  if (port === undefined) return;
  try {
    Deno.listen({ hostname: "localhost", port: Number(port) }).close();
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) return;
    console.error(`Port ${port} is in use, so JupyterLab takes another; its address is below.`);
  }
}
