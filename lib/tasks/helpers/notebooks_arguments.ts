import { existsSync, readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";

/** What `deno task notebooks` is to do. */
export interface NotebooksArguments {
  /** The notebooks' files without their ending. */
  names: string[];
  quick: boolean;
  /** Where copies go; undefined to store in place. */
  out?: string;
  /** How often to execute each, storing nothing. */
  times?: number;
}

/**
 * Reads the arguments of `deno task notebooks`.
 *
 * @param folder holds the notebooks.
 * @throws {Error} on an option or a notebook that there is not, and on options that do not go together.
 */
export function readNotebooksArguments(
  args: string[],
  { folder }: { folder: string },
): NotebooksArguments {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      out: { type: "string" },
      times: { type: "string" },
    },
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
  const times = values.times === undefined ? undefined : Number(values.times);
  if (times !== undefined && !(Number.isInteger(times) && times > 0)) {
    throw new Error(`--times must be a whole number above 0 but is "${values.times}"`);
  }
  if (times !== undefined && values.out !== undefined) {
    throw new Error("--times stores nothing, so --out cannot be given with it");
  }
  if (values.quick && times === undefined && values.out === undefined) {
    throw new Error("--quick would replace the stored results: give it --out or --times");
  }
  return {
    names: names.length > 0 ? names : all,
    quick: values.quick,
    out: values.out === undefined ? undefined : resolve(values.out),
    times,
  };
}
