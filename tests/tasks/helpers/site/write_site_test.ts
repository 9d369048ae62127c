import assert from "node:assert/strict";
import { join } from "node:path";
import { frontMarkdown } from "lib/tasks/helpers/site/front_markdown.ts";
import { writeSite } from "lib/tasks/helpers/site/write_site.ts";

Deno.test("frontMarkdown() takes what readers of results want of the README, and no comments", () => {
  const readme =
    "# Beats\n\n<!-- begin:x -->\n\nWhat.\n\n## Tasks\n\nt\n\n## Results\n\nr\n\n## Map\n";
  assert.equal(
    frontMarkdown(readme),
    "# Beats\n\nWhat.\n\n## Notebooks\n\n[notebooks]\n\n## Your own recording\n\n" +
      "[A page that labels the beats of an ECG](page.html) in the browser, as a single file; nothing leaves the " +
      "computer.\n\n## Library\n\n" +
      "[The exports of each room](library.html), documented from the code.\n\n## Results\n\nr\n\n",
  );
});

Deno.test("writeSite() replaces an earlier site as a whole, and no folder of another kind", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const site = join(folder, "site");
    await writeSite(site, new Map([["assets/site.css", "a"], ["old.html", "b"]]));
    const bytes = await writeSite(site, new Map([["assets/site.css", "a"], ["new.html", "ö"]]));
    assert.equal(bytes, 3);
    const names = Array.from(Deno.readDirSync(site), ({ name }) => name).sort();
    assert.deepEqual(names, ["assets", "new.html"]);
    await assert.rejects(writeSite(folder, new Map()), /must be empty or hold an earlier site/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
