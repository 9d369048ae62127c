import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { reportPage } from "lib/annotation/mod.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { makeBeat } from "../annotation/beat_cases.ts";

Deno.test({
  name:
    "the report of a recording as a file: it asks for nothing, moves to a beat and fits a phone",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "report.html");
    const samples = Float32Array.from({ length: 360 * 120 }, (_, i) => Math.sin(i / 20));
    const beats = Array.from(
      { length: 100 },
      (_, i) =>
        makeBeat({ sample: 200 + 400 * i, label: i === 60 ? 2 : 0, rr: i ? 400 / 360 : NaN }),
    );
    const lead = { name: "II", unit: "mV", frequency: 360, samples };
    const recording = { name: "a", start: undefined, lead, leadIndex: 0, beats, classes: 4 };
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const html = await reportPage({ ...recording, seconds: 120, notes: [] }, {
        model: { name: "cnn" },
      });
      await Deno.writeTextFile(path, html);
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const elsewhere: string[] = [];
      const faults: string[] = [];
      page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) elsewhere.push(request.url());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      await page.goto(pathToFileURL(path).href);
      const where = page.locator("#where");
      await page.waitForFunction("document.getElementById('where').textContent");
      assert.equal(await where.textContent(), "0:00:00.0 to 0:00:05.0");
      assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"));

      // The only V is at 67.2 s: a click on its drawing puts it in the middle.
      await page.locator(".beat.V").click();
      await page.waitForFunction("document.getElementById('where').textContent.startsWith('0:01')");
      assert.equal(await where.textContent(), "0:01:04.7 to 0:01:09.7");
      await page.locator("[data-do=all]").click();
      await page.waitForFunction(
        "document.getElementById('where').textContent.endsWith('0:02:00')",
      );
      assert.deepEqual({ elsewhere, faults }, { elsewhere: [], faults: [] });
    } finally {
      await browser.close();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
