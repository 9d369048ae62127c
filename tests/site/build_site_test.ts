import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { dirname, posix } from "node:path";
import { setupPaths } from "lib/setup/mod.ts";
import { buildSite, type SiteFiles } from "lib/site/mod.ts";

const { root, python } = setupPaths(dirname(dirname(import.meta.dirname!)));
const front =
  "# Beats\n\n![strip](notebooks/record_strip.png) of [a model](models/cnn)\n\n[notebooks]\n";

Deno.test({
  name: "buildSite() makes a site of all stored notebooks that asks nothing of a network",
  ignore: !existsSync(python),
  async fn() {
    const files = await buildSite(root, { python, front });
    const names = readdirSync(`${root}/notebooks`).filter((name) => name.endsWith(".ipynb"));
    for (const name of names) {
      const page = `notebooks/${name.replace(".ipynb", ".html")}`;
      assert.ok(files.has(page), page);
      assert.ok(pageText(files, "index.html").includes(`href="${page}"`), `a link to ${page}`);
    }
    assert.deepEqual(brokenReferences(files), []);
    assert.deepEqual(requests(files), []);
    assert.doesNotMatch(pageText(files, "index.html"), /\[notebooks\]/);
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    assert.ok(bytes < 10e6, `at most 10 MB, but it has ${bytes} bytes`);
  },
});

Deno.test({
  name: "buildSite() documents the doors that it is given, without a word of where they lay",
  ignore: !existsSync(python),
  async fn() {
    const doors = ["random", "wfdb", "sweeps/search"].map((name) => ({
      name,
      path: `${name}/mod.ts`,
      holds: "<it>",
    }));
    const files = await buildSite(root, { python, front, doors });
    assert.match(pageText(files, "index.html"), /<a href="library\.html">library<\/a>/);
    assert.match(pageText(files, "library.html"), /mod\.ts\/index\.html">wfdb<\/a>: &lt;it&gt;/);
    const documented = pageText(files, "api/wfdb/mod.ts/~/readRecord.html");
    assert.match(documented, /Reads the record at a path without extension/);
    assert.deepEqual(brokenReferences(files), []);
    assert.deepEqual(requests(files), []);
    const telling = [...files.keys()].filter((path) => path.startsWith("api/"))
      .filter((path) =>
        pageText(files, path).includes("file://") || pageText(files, path).includes(root)
      );
    assert.deepEqual(telling, []);
  },
});

Deno.test({
  name: "buildSite() has the page that labels recordings as it is, and links to it from every page",
  ignore: !existsSync(python),
  async fn() {
    const front = "# Beats\n\n[label](page.html)\n";
    const files = await buildSite(root, { python, front, labelling: "<p>page</p>" });
    assert.equal(files.get("page.html"), "<p>page</p>");
    assert.match(pageText(files, "index.html"), /<a href="page\.html">label<\/a>/);
    assert.match(
      pageText(files, "models/cnn.html"),
      /<a href="\.\.\/page\.html">your own ECG<\/a>/,
    );
    assert.deepEqual(brokenReferences(files), []);
  },
});

function pageText(files: SiteFiles, path: string): string {
  return (files.get(path) as string).replaceAll("&#x2F;", "/");
}

/** What pages name, without the data of figures. */
function references(files: SiteFiles): { page: string; tag: string; target: string }[] {
  return [...files.keys()].filter((path) => path.endsWith(".html")).flatMap((page) => {
    const text = pageText(files, page).replaceAll(/<script type="application.*?<\/script>/gs, "");
    return [...text.matchAll(/<(\w+)\b[^>]*?(?:href|src|data-plotly)="([^"]*)"/g)]
      .map(([, tag, target]) => ({ page, tag: tag!, target: target! }));
  });
}

/** Links and files of the site itself that are not there. */
function brokenReferences(files: SiteFiles) {
  return references(files).filter(({ page, target }) => {
    if (/^\w+:/.test(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : posix.join(posix.dirname(page), path);
    return !files.has(file) ||
      (anchor !== undefined && !pageText(files, file).includes(`id="${anchor}"`));
  });
}

/** What a browser would load from elsewhere; a link that a reader may follow is none of it. */
function requests(files: SiteFiles) {
  const style = pageText(files, "assets/site.css").match(/url\(|@import/g) ?? [];
  const loaded = references(files).filter(({ tag, target }) =>
    tag !== "a" && /^(?!data:)(\w+:|\/\/)/.test(target)
  );
  return [...style, ...loaded];
}
