import type { ModelConfig } from "../read_model_folder.ts";
import { table } from "./table.ts";

/** What a network and its training were set to, as a table in Markdown. */
export function configurationTable(config: ModelConfig): string {
  const { family: _, rows: __, source: ___, commit: ____, ...settings } = config;
  const text = (value: unknown) =>
    Array.isArray(value) ? value.join(", ") || "none" : String(value);
  return table(
    ["key", "value"],
    Object.entries(settings).map(([key, value]) => [key, text(value)]),
  );
}
