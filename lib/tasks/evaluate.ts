// deno task evaluate MODEL [--json] [--data DIR|FILE.csv]: scores a model, a folder or a Keras file, on the test rows,
// and compares the scores with its metrics.json. Each scoring of test rows of the records is logged in
// models/scorings.csv. Rows of a file, 187 values and a label each, are scored as they are, and not logged; a header and
// gzip are accepted.
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { protocols } from "lib/beats/mod.ts";
import { anomaliesText, modelMetrics, scoreModel } from "lib/evaluation/mod.ts";
import { openModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { beatInputs } from "./helpers/beat_inputs.ts";
import { knownFolder } from "./helpers/evaluate/known_folder.ts";
import { remarks } from "./helpers/evaluate/remarks.ts";
import { rowsToScore } from "./helpers/evaluate/rows_to_score.ts";
import { scoresText } from "./helpers/evaluate/scores_text.ts";
import { noteAnomalies, noteScorings } from "./helpers/note_scorings.ts";
import { scoreAutoencoders } from "./helpers/score_autoencoders.ts";

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(
      `${error.message}\n\nUsage: deno task evaluate models/cnn [--json] [--data DIR|FILE.csv]`,
    );
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [directory, ...more], values: { json, data } } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, data: { type: "string" } },
  });
  if (directory === undefined || more.length > 0) {
    throw new Error("Name one model: its folder, or a Keras file.");
  }
  await startBackend();
  const model = await openModel(directory);
  const folder = await knownFolder(directory);
  const { protocol, causal } = (folder?.config ?? {}) as Partial<DataConfig>;
  const { test, split, parts } = await rowsToScore({ data, protocol, causal });
  if (folder?.config.target === "input") {
    if (!parts) throw new Error(`Cannot score an autoencoder on ${data}: wanted records.`);
    const { classes } = protocols[protocol ?? "by_beat"];
    const [anomalies] = await scoreAutoencoders([model], { parts, split, classes, data });
    const name = basename(resolve(directory));
    await noteAnomalies("models", [{ name, config: folder.config, ...anomalies! }]);
    console.log(json ? JSON.stringify(anomalies) : anomaliesText(anomalies!));
    return;
  }
  const inputs = protocol === undefined || !parts ? beatInputs(model, test.inputs) : test.inputs;
  const scoring = scoreModel(model, { ...test, inputs });
  const noted = { name: basename(resolve(directory)), config: folder?.config ?? {}, split };
  if (parts) await noteScorings("models", [{ ...noted, ...scoring }]);
  const metrics = modelMetrics(scoring.evaluation, { split });
  if (json) console.log(JSON.stringify(metrics));
  else console.log(scoresText(metrics));
  if (!parts) return;
  const said = folder ? remarks(metrics, folder) : ["Nothing about its training is stored."];
  said.forEach((line) => console.error(line));
}
