// deno task site [--out DIR]: writes the notebooks, the results, the models' cards, the documentation and the page that
// labels recordings as pages to results/site by default. They open as files, without a server or a network.
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { setupPaths } from "lib/setup/mod.ts";
import { buildSite } from "lib/site/mod.ts";
import { labellingPage } from "./helpers/labelling_page.ts";
import { libraryDoors } from "./helpers/pack/library_doors.ts";
import { filledReadme } from "./helpers/readme/filled_readme.ts";
import { frontMarkdown } from "./helpers/site/front_markdown.ts";
import { writeSite } from "./helpers/site/write_site.ts";

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
    if (bytes > largest) {
      throw new Error(`The site may have at most ${largest / 1e6} MB but has ${megabytes}.`);
    }
  } catch (error) {
    console.error((error as Error).message);
    Deno.exit(1);
  }
}
