import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The style that all pages share, as CSS: colours for light and dark paper, text and tables. */
export function baseStyle(): string {
  return readFileSync(join(import.meta.dirname!, "base.css"), "utf8").trimEnd();
}
