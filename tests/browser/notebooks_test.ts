import assert from "node:assert/strict";
import { mkdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import * as door from "ecg-beats";
import { readNotebook } from "lib/notebook/mod.ts";
import { missingOutputs } from "lib/notebook/kernel/missing_outputs.ts";
import { strayValues } from "lib/notebook/kernel/stray_values.ts";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";
import { folder, notebookNames, startJupyterLab } from "./jupyter_lab.ts";
import {
  codeCells,
  completions,
  drawFigures,
  isDone,
  newPage,
  openNotebook,
  pressStop,
  runAllCells,
  saveNotebook,
  startCell,
  waitForCells,
} from "./notebook_page.ts";

// The browser and JupyterLab are shared by the steps, so they are neither opened nor closed in one.
const sanitizers = { sanitizeOps: false, sanitizeResources: false };

Deno.test({ ...sanitizers, name: "the notebooks in JupyterLab", fn: testNotebooks });

async function testNotebooks(test: Deno.TestContext): Promise<void> {
  const lab = await startJupyterLab();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const step = (name: string, notebook: string, check: (page: Page) => Promise<void>) =>
    test.step({
      ...sanitizers,
      name: `${notebook} ${name}`,
      fn: () => withPage(browser, { address: lab.address(notebook), name: notebook }, check),
    });
  try {
    for (const name of notebookNames) {
      await step("runs with Run All, and each cell shows what it should", name, async (page) => {
        await checkRunAll(page, name);
        if (name.startsWith("01_explore")) await checkCompletion(page);
        if (name.startsWith("02_cnn")) await checkStop(page);
      });
    }
  } finally {
    await browser.close();
    await lab.stop();
    await rmdir(folder).catch(() => {}); // screenshots of what failed stay
  }
}

/** Opens a notebook for a check; when that fails a screenshot is kept. */
async function withPage(
  browser: Browser,
  notebook: { address: string; name: string },
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await newPage(browser);
  try {
    await openNotebook(page, notebook.address);
    await check(page);
  } catch (error) {
    const path = join(folder, "screenshots", `${notebook.name}.png`);
    await mkdir(join(folder, "screenshots"), { recursive: true });
    await page.screenshot({ path, timeout: 60_000 });
    throw new Error(`${(error as Error).message}\nA screenshot: ${path}`, { cause: error });
  } finally {
    await page.close();
  }
}

async function checkRunAll(page: Page, name: string): Promise<void> {
  await runAllCells(page);
  await saveNotebook(page);
  const notebook = await readNotebook(join(folder, name));
  assert.deepEqual(missingOutputs(notebook), []);
  assert.deepEqual(strayValues(notebook), []);
  const outputs = notebook.cells.filter(({ cell_type }) => cell_type === "code")
    .map(({ outputs = [] }) => outputs);
  assert.deepEqual(outputs.flat().filter(({ output_type }) => output_type === "stream"), []);
  const shown = (await codeCells(page)).map((cell) => cell.outputs.length);
  assert.deepEqual(shown, outputs.map(({ length }) => length), "outputs shown of each code cell");
  await drawFigures(page);
  const figures = outputs.flat().filter(({ data }) => data?.["application/vnd.plotly.v1+json"]);
  assert.equal(await page.locator(".js-plotly-plot").count(), figures.length);
}

/** As a reader would: ask what figures there are by the Tab key, then for a word on each. */
async function checkCompletion(page: Page): Promise<void> {
  const figures = Object.keys(door.figures).sort();
  const offered = await completions(page, { cell: 0, text: "figures." });
  // JupyterLab draws the end of a long list only when somebody scrolls to it.
  assert.ok(offered.length > 20);
  assert.deepEqual(offered, figures.slice(0, offered.length));
  await startCell(page, 0, `import { help } from "ecg-beats";\nawait help("figures");`);
  const [cell] = await waitForCells(page, ([first]) => isDone(first!) && first!.outputs.length > 0);
  assert.match(cell!.outputs[0]!, /rocCurves\s*Receiver operating characteristic/);
}

/** As a reader would: train for long, press stop, look at the model, and train on. */
async function checkStop(page: Page): Promise<void> {
  const cells = await codeCells(page);
  const training = cells.findIndex(({ source }) => source.includes("showProgress("));
  const trained = cells.findIndex(({ source }) => source.includes("evaluation.evaluate(model,"));
  assert.ok(training >= 0 && trained > training, "no cells that train and then look at the model");
  const longer = cells[training]!.source.replaceAll(/epochs: [\w.]+/g, "epochs: 200");
  for (const source of [longer, undefined]) {
    await startCell(page, training, source);
    await waitForCells(page, (all) => /Epoch 2 of 200, batch/.test(all[training]!.outputs.join()));
    await pressStop(page);
    await waitForCells(page, (all) => isDone(all[training]!));
    await drawFigures(page);
    const [words] = (await codeCells(page))[training]!.outputs;
    assert.match(words!, /Stopped (in|after) epoch \d of 200/);
    assert.match(words!, /best weights kept: epoch \d/);
    // It needs what the cells above have left: the kernel is the same.
    await startCell(page, trained);
    const after = await waitForCells(page, (all) => isDone(all[trained]!));
    assert.equal(after[trained]!.outputs.length, cells[trained]!.outputs.length);
  }
}
