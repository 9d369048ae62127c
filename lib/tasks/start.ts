// deno task start: finds or makes the records, executes copies of all notebooks in quick mode into
// results/ and prints where they are. The notebooks themselves are not changed.
import { rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { childStatus } from "lib/setup/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { notebookPages } from "./helpers/notebook_pages.ts";

const root = dirname(dirname(import.meta.dirname!));
const results = join(root, "results");

const { directory, source } = await findRecords({ retryAfter: 0 }).catch((error: Error) => {
  console.error(error.message);
  Deno.exit(1);
});
console.log(`Records: ${source.name}, in ${directory}`);

// Pages of an earlier start must not pass for those of this one.
resultPages().forEach((page) => rmSync(page));
const notebooks = new Deno.Command(Deno.execPath(), {
  args: [
    ...["run", "-A", join(root, "lib", "tasks", "notebooks.ts")],
    ...["--quick", "--out", results],
  ],
  cwd: root,
  stdin: "null",
});
const { code } = await childStatus(notebooks.spawn());

const pages = resultPages();
if (pages.length > 0) {
  console.log(
    "\nThe executed notebooks as pages for a browser (the notebooks themselves are beside them):",
  );
  for (const page of pages) console.log(`  ${relative(Deno.cwd(), page)}`);
}
const npx = `npx -y deno@${Deno.version.deno}`;
console.log(`\nTo work with the notebooks in JupyterLab:\n  ${npx} task lab`);
Deno.exit(code);

function resultPages(): string[] {
  return notebookPages(results, { notebooks: join(root, "notebooks") });
}
