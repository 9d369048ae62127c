import assert from "node:assert/strict";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { encodeRecord, readRecord } from "lib/wfdb/mod.ts";
import { installedPackage, readmeExamples, writeRecord100 } from "../tasks/installed_package.ts";

const types: Record<string, string> = { html: "text/html", js: "text/javascript" };

Deno.test({
  name: "the package of wfdb reads, in a browser, a record whose files its user chooses",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await using installed = await installedPackage("wfdb");
    const { folder } = installed;
    const records = join(folder, "records");
    await writeRecord100(records);
    const [, example = ""] = await readmeExamples("lib/wfdb");
    await Deno.writeTextFile(join(folder, "index.html"), page(example));

    await using served = serveFolder(folder);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(served.address);
      const files = ["hea", "dat", "atr"].map((ending) => join(records, `100.${ending}`));
      await page.locator("input").setInputFiles(files);
      const text = await page.locator("output:not(:empty)").textContent({ timeout: 20_000 });
      assert.deepEqual(complaints, []);

      const record = await readRecord(join(records, "100"));
      const { signals, written, ...rest } = JSON.parse(text!);
      const { signals: expected, ...expectedRest } = record;
      assert.deepEqual(rest, JSON.parse(JSON.stringify(expectedRest)));
      assert.deepEqual(signals, expected.map((samples) => [...samples]));
      assert.deepEqual(
        written,
        Array.from(encodeRecord(record), ([name, bytes]) => [name, [...bytes]]),
      );
      assert.ok(served.asked.includes("/node_modules/ecg-beats-wfdb/mod.js"));
      assert.deepEqual(served.asked.filter((path) => path.includes("node_files")), []);
    } finally {
      await browser.close();
    }
  },
});

/** A page that runs the README's example when files are chosen and shows what it read. */
function page(example: string): string {
  const [imports = "", ...body] = example.split("\n");
  return `<!doctype html>
<link rel="icon" href="data:,">
<input type="file" multiple><output></output>
<script type="importmap">
{ "imports": { "ecg-beats-wfdb": "/node_modules/ecg-beats-wfdb/mod.js" } }
</script>
<script type="module">
${imports}
import { encodeRecord } from "ecg-beats-wfdb";
const input = document.querySelector("input");
input.onchange = async () => {
${body.join("\n")}
const signals = record.signals.map((samples) => [...samples]);
const written = Array.from(encodeRecord(record), ([name, bytes]) => [name, [...bytes]]);
document.querySelector("output").textContent = JSON.stringify({ ...record, signals, written });
};
</script>
`;
}

/** Serves the files of a folder and notes which paths are asked for. */
function serveFolder(folder: string): AsyncDisposable & { address: string; asked: string[] } {
  const asked: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const path = new URL(request.url).pathname.replace(/\/$/, "/index.html");
    asked.push(path);
    try {
      const headers = { "content-type": types[path.split(".").at(-1)!] ?? "text/plain" };
      return new Response(await Deno.readFile(join(folder, path)), { headers });
    } catch {
      return new Response("there is no such file", { status: 404 });
    }
  });
  return {
    address: `http://127.0.0.1:${server.addr.port}/`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
