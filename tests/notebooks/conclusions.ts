import assert from "node:assert/strict";
import { join } from "node:path";
import { cellSource, readNotebook } from "lib/notebook/mod.ts";

/** Fails when the conclusions of a notebook do not say something that was computed anew. */
export async function assertConclusions(name: string, statements: string[]): Promise<void> {
  const path = join(import.meta.dirname!, "..", "..", "notebooks", `${name}.ipynb`);
  const { cells } = await readNotebook(path);
  const cell = cells.find(({ id }) => id === "conclusions");
  assert.ok(cell, `${name} must have a cell "conclusions"`);
  // Lines are broken where they become too long.
  const text = cellSource(cell).replaceAll(/\s+/g, " ");
  for (const statement of statements) {
    assert.ok(text.includes(statement), `${name} must conclude "${statement}" but says:\n${text}`);
  }
}
