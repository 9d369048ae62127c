// deno task site [--out DIR]: makes pages of the notebooks, the results, the models' cards and the documentation, with
// the page that labels recordings, in results/site by default. They are opened as files, without server or network.
import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { replaceFolder } from "lib/files/mod.ts";
import { setupPaths } from "lib/setup/mod.ts";
import { buildSite, type SiteFiles } from "lib/site/mod.ts";
import { labellingPage } from "./helpers/labelling_page.ts";
import { libraryDoors } from "./helpers/pack/library_doors.ts";
import { filledReadme } from "./helpers/readme/filled_readme.ts";

const largest = 30e6; // two thirds are the documentation of the library

if (import.meta.main) {
  try {
    const { values } = parseArgs({ args: Deno.args, options: { out: { type: "string" } } });
    const { root, python } = setupPaths(dirname(dirname(import.meta.dirname!)));
    const readme = await filledReadme(await Deno.readTextFile(join(root, "README.md")), root);
    const files = await buildSite(root, {
      python,
      front: frontMarkdown(readme),
      doors: libraryDoors(join(root, "lib")),
      labelling: await labellingPage(root),
    });
    const folder = resolve(values.out ?? join(root, "results/site"));
    const bytes = await writeSite(folder, files);
    const megabytes = `${(bytes / 1e6).toFixed(1)} MB`;
    console.log(`${files.size} files, ${megabytes}: ${relative(Deno.cwd(), folder)}/index.html`);
    if (bytes > largest) throw new Error(`The site has ${megabytes}; at most 30 MB were wanted.`);
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}

/** What a reader of results wants of the README: what it is, the notebooks, the results, the speed. */
export function frontMarkdown(readme: string): string {
  const [intro = "", ...sections] = readme.replaceAll(/<!--.*?-->\n*/gs, "").split(/^(?=## )/m);
  const named = (heading: string) =>
    sections.find((section) => section.startsWith(`## ${heading}\n`)) ?? "";
  return [
    intro,
    "## Notebooks\n\n[notebooks]\n\n",
    "## Your own recording\n\n[A page that labels the beats of an ECG](page.html) in the browser.\n\n",
    "## Library\n\n[What each room hands out](library.html), documented from its code.\n\n",
    ...["Results", "Speed", "Sources and licence"].map(named),
  ].join("");
}

/** Writes the files into a folder of their own, which is replaced as a whole; returns their bytes. */
export async function writeSite(folder: string, files: SiteFiles): Promise<number> {
  const isOurs = existsSync(join(folder, "assets/site.css"));
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isOurs) {
    throw new Error(
      `Cannot write the site to ${folder}: it must be empty or hold an earlier site.`,
    );
  }
  let bytes = 0;
  await replaceFolder(folder, async (part) => {
    for (const [path, content] of files) {
      const data = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await mkdir(dirname(join(part, path)), { recursive: true });
      await Deno.writeFile(join(part, path), data);
      bytes += data.length;
    }
  });
  return bytes;
}
