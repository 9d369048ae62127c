import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Dataset, type ProtocolName, takeRows } from "lib/beats/mod.ts";
import { countedRows, readModelFolder } from "lib/evaluation/mod.ts";
import { loadDataset } from "../../lib/tasks/helpers/load_dataset.ts";
import { protocols } from "lib/beats/mod.ts";

/** The folders of classifiers that are published, by name. */
export function publishedNames(models: string): string[] {
  return [...Deno.readDirSync(models)].map(({ name }) => name).sort()
    .filter((name) => existsSync(join(models, name, "metrics.json")));
}

/**
 * Writes the test rows of every published model for programs in Python: for each protocol `PROTOCOL.INPUT.f32` and
 * `PROTOCOL.labels.u8`, for each model its protocol in `models-NAME.protocol`. Gives the rows of each protocol.
 */
export async function writeTestRows(
  models: string,
  folder: string,
): Promise<Record<string, Dataset>> {
  const rows: Record<string, Dataset> = {};
  for (const name of publishedNames(models)) {
    const { config } = await readModelFolder(join(models, name));
    const protocol = (config.protocol ?? "by_beat") as ProtocolName;
    await Deno.writeTextFile(join(folder, `models-${name}.protocol`), protocol);
    if (rows[protocol]) continue;
    const { test } = await loadDataset({ protocol });
    rows[protocol] = takeRows(test, countedRows(test, protocols[protocol].classes));
  }
  for (const [protocol, { inputs, labels }] of Object.entries(rows)) {
    for (const [input, { values }] of Object.entries(inputs)) {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      await Deno.writeFile(
        join(folder, `${protocol}.${input}.f32`),
        bytes as Uint8Array<ArrayBuffer>,
      );
    }
    await Deno.writeFile(join(folder, `${protocol}.labels.u8`), labels as Uint8Array<ArrayBuffer>);
  }
  return rows;
}
