import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { setupPaths } from "lib/setup/mod.ts";
import { buildSite } from "lib/site/mod.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { writeSite } from "lib/tasks/site.ts";

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
