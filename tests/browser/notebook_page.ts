import assert from "node:assert/strict";
import type { Browser, Locator, Page } from "playwright-core";

/** A code cell as the page shows it. */
export interface CodeCell {
  /** "[*]:" while it runs or waits, "[3]:" when it is done. */
  prompt: string;
  source: string;
  /** The text of each output; of a figure what is written in it. */
  outputs: string[];
  /** The text of an error, or of what was printed as one. */
  errors: string[];
}

/** Milliseconds without any change after which something must be wrong, on a busy machine too. */
const patience = 120_000;

/** Opens a page so tall that JupyterLab has no reason to leave out a cell. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 14_000 } });
  page.setDefaultTimeout(patience);
  return page;
}

/** Opens a notebook and waits until its kernel is there. */
export async function openNotebook(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.locator(".jp-KernelName, .jp-Toolbar-kernelName", { hasText: "Deno" }).first()
    .waitFor();
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor();
}

/** Runs all cells, as the menu does, and waits until the last one is done. */
export async function runAllCells(page: Page): Promise<void> {
  await page.locator(".lm-MenuBar-itemLabel", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
  await waitForCells(page, (cells) => cells.every(isDone));
}

/** Starts a code cell; with a new source if one is given. `index` counts code cells from 0. */
export async function startCell(page: Page, index: number, source?: string): Promise<void> {
  await codeCell(page, index).locator(".cm-content").click();
  if (source !== undefined) {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(source);
  }
  await page.keyboard.press("Control+Enter");
}

/**
 * Types text at the end of a code cell, presses Tab and returns what JupyterLab offers; then the cell
 * is as before. `cell` counts code cells from 0.
 */
export async function completions(
  page: Page,
  { cell, text }: { cell: number; text: string },
): Promise<string[]> {
  const editor = codeCell(page, cell).locator(".cm-content");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  const items = page.locator(".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item");
  await items.first().waitFor();
  const offered = await items.locator(".jp-Completer-match").allTextContents();
  await page.keyboard.press("Escape");
  for (let length = text.length + 1; length > 0; length--) await page.keyboard.press("Backspace");
  return offered;
}

/** Presses the button that interrupts the kernel. */
export async function pressStop(page: Page): Promise<void> {
  await page.locator('jp-button[data-command="notebook:interrupt-kernel"]').click();
}

/**
 * Waits until the code cells are as wanted, for as long as they change, and returns them.
 *
 * @throws {Error} when one of them shows an error, with its text.
 */
export async function waitForCells(
  page: Page,
  wanted: (cells: CodeCell[]) => boolean,
): Promise<CodeCell[]> {
  for (let before = "", end = Infinity;;) {
    const cells = await codeCells(page);
    const failed = cells.find(({ errors }) => errors.length > 0);
    if (failed) assert.fail(`the cell\n${failed.source}\nshows an error:\n${failed.errors[0]}`);
    if (wanted(cells)) return cells;
    const now = JSON.stringify(cells);
    if (now !== before) end = Date.now() + patience;
    before = now;
    const prompts = cells.map(({ prompt }) => prompt).join(" ");
    assert.ok(Date.now() < end, `for ${patience} ms the cells stay as they are: ${prompts}`);
    await page.waitForTimeout(200);
  }
}

/** Whether a cell has been run to its end. */
export function isDone({ prompt }: CodeCell): boolean {
  return /\[\d+\]/.test(prompt);
}

/** The code cells of the notebook, in order. */
export async function codeCells(page: Page): Promise<CodeCell[]> {
  return await page.locator(".jp-Notebook .jp-CodeCell").evaluateAll((cells) =>
    cells.map((cell) => {
      const texts = (selector: string) =>
        Array.from<{ textContent: string }>(cell.querySelectorAll(selector)).map((element) =>
          element.textContent
        );
      return {
        prompt: texts(".jp-InputPrompt").join(""),
        source: texts(".cm-line").join("\n"),
        outputs: texts(".jp-OutputArea-output"),
        errors: texts('[data-mime-type$=".error"], [data-mime-type$=".stderr"]'),
      };
    })
  );
}

/**
 * JupyterLab shows a figure's picture until the mouse comes to it: this makes those interactive that
 * are not yet.
 */
export async function drawFigures(page: Page): Promise<void> {
  const pictures = page.locator(".jp-RenderedPlotly:not(:has(.main-svg))");
  // From the last to the first: what is drawn drops out of the list.
  for (let left = await pictures.count(); left > 0; left--) {
    const picture = pictures.nth(left - 1);
    await picture.locator(".plot-img").dispatchEvent("mouseenter");
    await picture.waitFor({ state: "detached" });
  }
}

/** Saves the notebook as the button of the toolbar does. */
export async function saveNotebook(page: Page): Promise<void> {
  const saved = page.waitForResponse((response) =>
    response.request().method() === "PUT" && response.url().includes("/api/contents/")
  );
  await page.locator('jp-button[data-command="docmanager:save"]').click();
  await saved;
}

/** One code cell, counted from 0. */
function codeCell(page: Page, index: number): Locator {
  return page.locator(".jp-Notebook .jp-CodeCell").nth(index);
}
