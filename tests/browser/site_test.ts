import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { setupPaths } from "lib/setup/mod.ts";
import { buildSite } from "lib/site/mod.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { libraryDoors } from "lib/tasks/helpers/pack/library_doors.ts";
import { frontMarkdown } from "lib/tasks/helpers/site/front_markdown.ts";
import { writeSite } from "lib/tasks/helpers/site/write_site.ts";

const { root, python } = setupPaths(dirname(dirname(import.meta.dirname!)));

Deno.test({
  name:
    "the site as files: figures become interactive, in light and dark, and nothing is asked for",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    await writeSite(join(folder, "site"), await buildSite(root, { python, front: "# Beats" }));
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await browser.newPage({ colorScheme });
        const elsewhere: string[] = [];
        page.on("request", (request) => {
          if (!/^(file|data|blob):/.test(request.url())) elsewhere.push(request.url());
        });
        await page.goto(pathToFileURL(join(folder, "site/notebooks/01_explore.html")).href);
        const figures = page.locator("figure");
        assert.ok(await figures.count() > 0);
        for (const figure of await figures.all()) {
          await figure.scrollIntoViewIfNeeded();
          await figure.locator(".main-svg").first().waitFor({ timeout: 120_000 });
        }
        assert.deepEqual(elsewhere, []);
        await page.close();
      }
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "the site's library is found from its front page and searched, and no page is cut off",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    const front = frontMarkdown(await Deno.readTextFile(join(root, "README.md")));
    const doors = libraryDoors(join(root, "lib")).filter(({ name }) =>
      ["beats", "wfdb", "sweeps/search"].includes(name)
    );
    await writeSite(join(folder, "site"), await buildSite(root, { python, front, doors }));
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      for (const width of [1280, 390]) {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const fits = async () => {
          const needed = await page.evaluate("document.documentElement.scrollWidth");
          assert.equal(needed, width, page.url());
        };
        await page.goto(pathToFileURL(join(folder, "site/index.html")).href);
        await fits();
        const table = await page.locator(".scroll.wide").evaluate((box) => [
          box.clientWidth,
          box.scrollWidth,
        ]);
        if (width === 1280) assert.equal(table[0], table[1], "the results need no scrolling");

        await page.getByRole("link", { name: "The exports of each room" }).click();
        await fits();
        await page.getByRole("link", { name: "sweeps/search" }).click();
        for (const [word, wanted] of [["nextPara", "nextParameters"], ["readRec", "readRecord"]]) {
          await page.locator("#searchbar").fill(word!);
          await page.locator("#searchResults a").filter({ hasText: wanted }).first().click();
          await page.locator(".symbolTitle", { hasText: wanted }).waitFor();
          await fits();
        }
        await page.locator(".contextLink").first().click();
        await page.getByRole("heading", { name: "The library" }).waitFor();
        await page.close();
      }
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
