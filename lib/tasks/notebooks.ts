// deno task notebooks [NAME ...] [--quick] [--out DIR]: executes notebooks and stores them with their
// outputs, in place or as copies with HTML pages in DIR. NAME is that of a file in notebooks/, with or
// without its ending; all of them by default.
import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { executeNotebook, renderNotebook, writeNotebook } from "lib/notebook/mod.ts";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";

const paths = setupPaths(dirname(dirname(import.meta.dirname!)));
const folder = join(paths.root, "notebooks");
const { names, quick, out } = readArguments();
const jupyter = { python: paths.python, environment: jupyterEnvironment(paths) };

let failed = 0;
for (const name of names) {
  const start = performance.now();
  console.log(`${name}${quick ? " (quick)" : ""} ...`);
  try {
    const notebook = await executeNotebook(join(folder, `${name}.ipynb`), { ...jupyter, quick });
    const stored = join(out ?? folder, `${name}.ipynb`);
    await mkdir(dirname(stored), { recursive: true });
    await writeNotebook(stored, notebook);
    if (out !== undefined) await renderNotebook(stored, jupyter);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${name}: ${notebook.cells.length} cells in ${seconds} s, stored in ${stored}`);
  } catch (error) {
    failed++;
    console.error(`${(error as Error).message}\n`);
  }
}
if (failed > 0) console.error(`${failed} of ${names.length} notebooks failed; they are as before.`);
Deno.exit(failed > 0 ? 1 : 0);

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      args: Deno.args,
      allowPositionals: true,
      options: { quick: { type: "boolean", default: false }, out: { type: "string" } },
    });
    const all = existsSync(folder)
      ? readdirSync(folder).filter((name) => name.endsWith(".ipynb")).sort()
        .map((name) => basename(name, ".ipynb"))
      : [];
    const names = positionals.map((name) => basename(name, ".ipynb"));
    const unknown = names.find((name) => !all.includes(name));
    if (unknown !== undefined) {
      throw new Error(`There is no notebook "${unknown}"; there are: ${all.join(", ")}`);
    }
    const out = values.out === undefined ? undefined : resolve(values.out);
    return { names: names.length > 0 ? names : all, quick: values.quick, out };
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(2);
  }
}
