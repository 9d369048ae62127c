import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { readRecording } from "lib/recordings/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { writeRecord } from "lib/wfdb/mod.ts";

const root = dirname(dirname(import.meta.dirname!));

// The browser and the page's file are shared by the steps.
const sanitizers = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  ...sanitizers,
  name: "the page that labels recordings, opened as a file",
  fn: testPage,
});

async function testPage(test: Deno.TestContext): Promise<void> {
  const folder = await Deno.makeTempDir();
  const address = pathToFileURL(join(folder, "page.html")).href;
  await task("page", "--out", join(folder, "page.html"));
  const record = await wfdbRecord(folder);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const step = (name: string, check: (page: Page) => Promise<void>, width = 1280) =>
    test.step({
      ...sanitizers,
      name,
      fn: () => withPage(browser, { address, width }, check),
    });
  try {
    await step("labels a dropped record as deno task annotate does, to the byte", async (page) => {
      const printed = await task("annotate", `${record}.hea`, "--out", folder, "--json");
      const [wanted] = JSON.parse(printed) as [Annotated];
      await dropFiles(page, [`${record}.dat`, `${record}.hea`]);
      const found = await labelled(page);
      assert.equal(found, wordsOf(wanted));
      assert.deepEqual(
        await downloaded(page, "#beats-file"),
        await Deno.readFile(wanted.annotations),
      );
      const csv = new TextDecoder().decode(await downloaded(page, "#csv-file"));
      assert.equal(csv.trimEnd().split("\n").length, 1 + wanted.beats);
    });
    await step("says why a beat has its label, by keys and by a click", async (page) => {
      await page.locator("#sample").click();
      await labelled(page);
      assert.match((await page.locator("#about").textContent())!, /not from a patient$/);
      await page.locator("#strip").focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      const why = page.locator("#why");
      await why.waitFor();
      const first = await why.locator("h3").textContent();
      assert.match(first!, /^Why [NSVF]\? /);
      assert.equal(await page.locator("#chosen").textContent(), first!.replace(/^Why .\? /, ""));
      const { width } = (await page.locator("#strip").boundingBox())!;
      await page.locator("#strip").click({ position: { x: 0.9 * width, y: 120 } });
      await page.locator("#why h3", { hasNotText: first! }).waitFor();
      await page.locator("#lead").selectOption("V1");
      await page.locator("#notes", { hasText: 'Lead "V1", as asked.' }).waitFor();
    });
    await step(
      "gives the library's sentence for a broken file, and labels the next",
      async (page) => {
        const broken = join(folder, "broken.edf");
        const edf = await Deno.readFile(join(root, "tests/fixtures/recordings/plain.edf"));
        await Deno.writeFile(broken, edf.subarray(0, 300));
        const { message } = await readRecording(broken).then(
          () => assert.fail("it is read"),
          (error: Error) => error,
        );
        await page.locator("#files").setInputFiles(broken);
        const alert = page.getByRole("alert");
        await alert.waitFor();
        assert.equal(await alert.textContent(), message);
        await page.locator("#files").setInputFiles([`${record}.hea`]);
        await page.locator("#error", { hasText: "but is missing" }).waitFor();
        await page.locator("#sample").click();
        await labelled(page);
        assert.equal(await alert.count(), 0);
      },
    );
    await step("asks for the rate of a table that does not say it", async (page) => {
      const { signals } = synthesizeRecord(syntheticPatients[5]!, { duration: 30 });
      const table = ["MLII (mV)", ...Array.from(signals[0]!, (value) => (value / 200).toFixed(3))];
      const buffer = Buffer.from(table.join("\n"));
      await page.locator("#files").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
      const rate = page.getByLabel("Samples a second");
      await rate.fill("250");
      await rate.evaluate(
        "(field) => { field.value = ''; field.dispatchEvent(new Event('change')); }",
      );
      assert.match((await page.getByRole("alert").textContent())!, /wanted a rate/);
      await rate.fill("360");
      await rate.press("Enter");
      await labelled(page);
      assert.equal(await page.locator("#about").textContent(), "0:00:30 at 360 Hz");
      assert.equal(await rate.isVisible(), false);
    });
    await step("goes on to the other recordings where one cannot be read", async (page) => {
      const broken = { name: "a.edf", mimeType: "", buffer: Buffer.from("0       no more") };
      const { signals } = synthesizeRecord(syntheticPatients[5]!, { duration: 30 });
      const lines = Array.from(signals[0]!, (value, i) => `${(i / 360).toFixed(5)},${value / 200}`);
      const csv = ["time [s],MLII [mV]", ...lines].join("\n");
      const table = { name: "b.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
      await page.locator("#files").setInputFiles([broken, table]);
      const alert = page.getByRole("alert");
      await alert.waitFor();
      const state = page.locator("#step");
      assert.equal(await state.textContent(), "Waiting for a recording.");
      const list = page.locator("#recording");
      await list.selectOption("b.csv");
      const words = await labelled(page);
      await list.selectOption("a.edf");
      await alert.waitFor();
      assert.equal(await list.inputValue(), "1");
      assert.equal(await state.textContent(), words);
      await page.locator("#strip").press("ArrowRight");
      await page.locator("#strip").press("Enter");
      await page.locator("#why").waitFor();
    });
    await step("keeps what it says of a recording where an explanation fails", async (page) => {
      await page.addInitScript(`{
        const Plain = Worker;
        Worker = class extends Plain {
          constructor(...given) {
            super(...given);
            globalThis.startedWorker = this;
          }
        };
      }`);
      await page.reload();
      await page.locator("#sample").click();
      const words = await labelled(page);
      const failed = { kind: "failed", request: "explain", message: "Cannot explain it." };
      await page.evaluate(`startedWorker.onmessage({ data: ${JSON.stringify(failed)} })`);
      assert.equal(await page.getByRole("alert").textContent(), failed.message);
      assert.equal(await page.locator("#step").textContent(), words);
    });
    await step("fits a phone, also with a result and an explanation", async (page) => {
      await page.locator("#sample").click();
      await labelled(page);
      await page.locator("[data-do=next]").click();
      await page.locator("#why").waitFor();
      await page.locator("#model summary").click();
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
    }, 390);
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
}

/** What `deno task annotate --json` says of a recording. */
interface Annotated {
  beats: number;
  uncertain: number;
  classes: { letter: string; beats: number }[];
  annotations: string;
}

/** A new page for a check, which may neither report an error nor ask for anything but itself. */
async function withPage(
  browser: Browser,
  { address, width }: { address: string; width: number },
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(15_000);
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (line) => faults.push(line.text()));
  await page.goto(address);
  assert.deepEqual(faults, []);
  await stateOf(page, /^Ready/);
  await check(page);
  const elsewhere = requests.filter((url) => url !== address && !/^(data|blob):/.test(url));
  assert.deepEqual({ elsewhere, faults }, { elsewhere: [], faults: [] });
  await page.close();
}

/** Record 208 where MIT-BIH's records are, else a synthetic one; its path without extension. */
async function wfdbRecord(folder: string): Promise<string> {
  const stored = join(Deno.env.get("ECG_DATA") || join(root, "data/mitdb"), "208");
  if (existsSync(`${stored}.hea`)) return stored;
  await writeRecord(folder, synthesizeRecord(syntheticPatients[5]!, { duration: 300 }));
  return join(folder, syntheticPatients[5]!.name);
}

/** Runs a task of this project as its command does once set-up is done; returns what it prints. */
async function task(name: string, ...taskArguments: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, `lib/tasks/${name}.ts`), ...taskArguments],
    cwd: root,
    signal: AbortSignal.timeout(180_000),
  }).output();
  assert.ok(success, `deno task ${name} failed: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

/** Drags files from the desktop over the page and lets them go. */
async function dropFiles(page: Page, files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { x, y } = (await page.locator("#drop").boundingBox())!;
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data });
  }
}

/** Waits for labels, which take long on a busy computer; returns what the page says of them. */
async function labelled(page: Page): Promise<string> {
  return await stateOf(page, / beats: /, { timeout: 60_000 });
}

/** Waits until the page says that it is in a state; fails at once where it says or has an error instead. */
async function stateOf(page: Page, words: RegExp, options?: { timeout: number }): Promise<string> {
  const state = page.locator("#step", { hasText: words });
  const error = page.locator("#error:not([hidden])");
  await Promise.race([
    state.or(error).first().waitFor(options),
    page.waitForEvent("pageerror", options).then((fault) => {
      throw fault;
    }),
  ]);
  assert.deepEqual(await error.allTextContents(), []);
  return (await state.textContent())!;
}

function wordsOf({ beats, classes, uncertain }: Annotated): string {
  const counts = classes.map((one) => `${one.letter} ${one.beats.toLocaleString("en")}`);
  return `${beats.toLocaleString("en")} beats: ${counts.join(", ")}; ${uncertain} uncertain.`;
}

async function downloaded(page: Page, button: string): Promise<Uint8Array> {
  const waiting = page.waitForEvent("download");
  await page.locator(button).click();
  return await Deno.readFile(await (await waiting).path());
}
