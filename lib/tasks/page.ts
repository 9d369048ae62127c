// deno task page [--model DIR] [--out FILE]: writes one HTML file that labels the recordings dropped on it, in any
// browser, without a server or a network; results/page.html by default.
import { mkdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { replaceFile } from "lib/files/mod.ts";
import { labellingPage } from "./helpers/labelling_page.ts";

const root = dirname(dirname(import.meta.dirname!));
const largest = 8e6;

if (import.meta.main) {
  try {
    const { values: { model, out } } = parseArgs({
      options: { model: { type: "string" }, out: { type: "string" } },
    });
    const path = resolve(out ?? join(root, "results/page.html"));
    const bytes = new TextEncoder().encode(await labellingPage(root, { model }));
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, bytes);
    const size = (bytes.length / 1e6).toFixed(1);
    console.log(`${relative(Deno.cwd(), path)}: ${size} MB, open it in a browser`);
    if (bytes.length > largest) {
      throw new Error(`The page may have at most ${largest / 1e6} MB but has ${size} MB.`);
    }
  } catch (error) {
    console.error(
      `${(error as Error).message}\n\nUsage: deno task page [--model DIR] [--out FILE]`,
    );
    Deno.exit(1);
  }
}
