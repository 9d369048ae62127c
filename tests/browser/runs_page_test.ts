import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { runsPage } from "lib/site/mod.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { pageRuns } from "../fixtures/site/page_runs.ts";

Deno.test({
  name: "the page of runs as a file: it asks for nothing, links, sorts, follows and fits a phone",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    const { runs, options } = pageRuns(40);
    const path = join(folder, "index.html");
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      await Deno.writeTextFile(path, await runsPage(runs, { ...options, reload: 1 }));
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const elsewhere: string[] = [];
      const faults: string[] = [];
      page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) elsewhere.push(request.url());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(pathToFileURL(path).href);
      assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"));

      const first = () => page.locator(".runs tbody tr").first().getAttribute("class");
      assert.doesNotMatch(await first() ?? "", /best/);
      await page.locator(".runs thead th", { hasText: /^best$/ }).click();
      assert.match(await first() ?? "", /best/);

      // The next page, that of the end, comes by itself, keeps the order and is the last.
      await Deno.writeTextFile(path, await runsPage(runs, { ...options, title: "the end" }));
      await page.locator("h1", { hasText: "the end" }).waitFor({ timeout: 20_000 });
      assert.match(await first() ?? "", /best/);
      assert.equal(await page.locator("meta[name=reload]").count(), 0);

      await page.locator(".runs tbody tr").first().click();
      assert.equal(await page.locator("#parameters .run.lit").count(), 1);

      const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
      assert.equal(await paper(), "rgb(255, 255, 255)");
      await page.emulateMedia({ colorScheme: "dark" });
      assert.equal(await paper(), "rgb(22, 24, 27)");
      assert.deepEqual({ elsewhere, faults }, { elsewhere: [], faults: [] });
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
