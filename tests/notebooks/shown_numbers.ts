import assert from "node:assert/strict";
import { join } from "node:path";
import { cellSource, type NotebookCell, readNotebook } from "lib/notebook/mod.ts";

/**
 * Fails when a number in the conclusions of a notebook stands in none of its outputs, be it with more decimals.
 *
 * @param known Numbers that need not be shown.
 */
export async function assertNumbersShown(
  name: string,
  known: readonly string[] = [],
): Promise<void> {
  const path = join(import.meta.dirname!, "..", "..", "notebooks", `${name}.ipynb`);
  const { cells } = await readNotebook(path);
  const conclusions = cells.find(({ id }) => id === "conclusions");
  assert.ok(conclusions, `${name} must have a cell "conclusions"`);
  const shown = cells.flatMap(shownNumbers);
  const unseen = numbersIn(cellSource(conclusions))
    .filter((number) =>
      !known.includes(number) && !shown.some((other) => isRounded(number, other))
    );
  assert.deepEqual(unseen, [], `${name} must show the numbers that it concludes`);
}

/** Numbers in the texts that a cell shows; a figure's are its titles, not its data. */
function shownNumbers({ outputs = [] }: NotebookCell): string[] {
  return outputs.flatMap(({ data }) => numbersIn([data?.["text/plain"]].flat().join("")));
}

/** Numbers as they are written, without the commas between thousands; digits in names are none. */
export function numbersIn(text: string): string[] {
  return (text.match(/(?<![\w.-])-?\d[\d,]*(?:\.\d+)?(?!\w)/g) ?? [])
    .map((number) => number.replaceAll(",", ""));
}

/** Whether a number is another one, or that one with fewer decimals. */
export function isRounded(number: string, other: string): boolean {
  const decimals = (text: string) => text.split(".")[1]?.length ?? 0;
  if (decimals(number) > decimals(other)) return false;
  return Number(other).toFixed(decimals(number)) === Number(number).toFixed(decimals(number));
}
