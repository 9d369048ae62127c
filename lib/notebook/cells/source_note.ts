import type { DataSource } from "lib/beats/mod.ts";

let current: DataSource | undefined;

/**
 * Says once in a notebook where its data comes from. From then on {@linkcode show} marks every
 * figure and table when the records are synthetic.
 */
export function setSource(source: DataSource): void {
  current = source;
}

/** What to write beside results from this source; undefined when nothing needs to be said. */
export function sourceNote(source: DataSource | undefined = current): string | undefined {
  return source?.synthetic ? "Made from synthetic records, not from patients." : undefined;
}
