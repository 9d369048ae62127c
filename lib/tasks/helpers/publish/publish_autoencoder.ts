import { join } from "node:path";
import { type DatasetParts, protocols } from "lib/beats/mod.ts";
import { anomalyCard, type ModelFolder } from "lib/evaluation/mod.ts";
import { loadModel } from "lib/models/mod.ts";
import type { DataConfig } from "lib/training/mod.ts";
import { noteAnomalies } from "../note_scorings.ts";
import { scoreAutoencoders } from "../score_autoencoders.ts";
import { writeFolder } from "./write_folder.ts";

/** What `deno task publish` does for models that give back their inputs. */
export interface PublishedAutoencoder {
  name: string;
  /** The folder of the published models. */
  models: string;
  directories: readonly string[];
  folders: readonly ModelFolder[];
  data: DatasetParts & { split: string };
  /** The folder of the records; where there is none they are found. */
  records?: string;
}

/** Publishes the run with the least validation loss, its scores, and a card; gives one line about it. */
export async function publishAutoencoder(
  { name, models, directories, folders, data, records }: PublishedAutoencoder,
): Promise<string> {
  const lossOf = ({ history: { epochs, bestEpoch } }: ModelFolder) =>
    epochs[bestEpoch - 1]!.valLoss;
  const runs = directories.map((directory, run) => ({ directory, ...folders[run]! }))
    .sort((a, b) => lossOf(a) - lossOf(b));
  const { protocol = "by_beat" } = runs[0]!.config as Partial<DataConfig>;
  const { classes } = protocols[protocol];
  const networks = await Promise.all(runs.map(({ directory }) => loadModel(directory)));
  const scoring = { parts: data, split: data.split, classes, data: records };
  const scored = await scoreAutoencoders(networks, scoring);
  await noteAnomalies(models, runs.map(({ config }, run) => ({ name, config, ...scored[run]! })));
  const { config, history } = runs[0]!;
  const anomalies = {
    ...scored[0]!,
    seeds: runs.map((run, i) => ({
      seed: run.config.seed,
      validationLoss: lossOf(run),
      area: scored[i]!.area.estimate,
    })),
    ...(config.commit ? { commit: config.commit } : {}),
  };
  const target = join(models, name);
  const parameters = networks[0]!.countParams();
  await writeFolder(target, networks[0]!, {
    config,
    history,
    scores: { "anomalies.json": anomalies },
    card: () => anomalyCard({ name, config, history, anomalies, parameters }),
  });
  const { estimate, low, high } = anomalies.area;
  return `${target}: seed ${config.seed}, area ${estimate.toFixed(4)} (${low.toFixed(3)} to ${
    high.toFixed(3)
  })`;
}
