import { rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cellSource, readNotebook } from "./notebook_file.ts";

/**
 * Checks the syntax and the types of a notebook's code cells, which the kernel does not check:
 * `deno check` reads them as one module beside the notebook.
 *
 * @returns what is wrong, with cell and line; "" when all is well.
 */
export async function checkNotebookCells(path: string): Promise<string> {
  const { cells } = await readNotebook(path);
  const sources = cells.filter(({ cell_type }) => cell_type === "code").map(cellSource);
  const module = join(dirname(path), `.${basename(path, ".ipynb")}_${crypto.randomUUID()}.ts`);
  try {
    // Without an import or export a file is not a module, and `await` at its top level is an error.
    await writeFile(module, [...sources, "export {};"].join("\n") + "\n");
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", basename(module)],
      cwd: dirname(path),
      env: { NO_COLOR: "1" },
    }).output();
    if (success) return "";
    return namePlaces(new TextDecoder().decode(stderr), { module, path, sources });
  } finally {
    await rm(module, { force: true });
  }
}

/** Replaces the module's lines in Deno's messages by cells and their lines. */
function namePlaces(
  text: string,
  { module, path, sources }: { module: string; path: string; sources: string[] },
): string {
  const lines = sources.flatMap((source, cell) =>
    source.split("\n").map((_, line) => `code cell ${cell + 1}, line ${line + 1}`)
  );
  const name = basename(module).replaceAll(".", "\\.");
  const place = new RegExp(`(?:file:\\S*)?${name}:(\\d+)(?::\\d+)?`, "g");
  return text.replaceAll(
    place,
    (_, line) => `${basename(path)}, ${lines[Number(line) - 1] ?? "end"}`,
  )
    .trim();
}
