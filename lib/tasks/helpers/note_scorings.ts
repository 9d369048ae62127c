import { join } from "node:path";
import type { AnomalyMetrics, Evaluation, ModelConfig } from "lib/evaluation/mod.ts";
import { replaceFile } from "lib/files/mod.ts";

/**
 * The log of every look at test rows that are cut from records, in the folder of the published models. Rows of a CSV file
 * are not logged: nothing says which records they are of.
 */
export const scoringsFile = "scorings.csv";

const header = "date,model,seed,commit,split,rows,accuracy,macro-F1";

/** A model whose test rows were looked at. */
export interface NotedScoring {
  /** Where the rows come from, how many they are, and the scores. */
  evaluation: Pick<Evaluation, "source" | "rows"> & {
    report: Pick<Evaluation["report"], "accuracy" | "macroF1">;
  };
  /** The name under which the model is or will be published. */
  name: string;
  /** What is known of its training: nothing of a file of Keras. */
  config: Pick<Partial<ModelConfig>, "seed" | "commit">;
  split: string;
}

/**
 * Writes a line for each model that was scored on test rows, so that a reader sees how often they were looked at. A
 * model that is scored again tells nothing new and gets no second line; synthetic rows get none at all.
 *
 * @param directory the folder of the published models.
 */
export async function noteScorings(
  directory: string,
  scorings: readonly NotedScoring[],
  { date = new Date() }: { date?: Date } = {},
): Promise<void> {
  const lines = scorings.filter(({ evaluation }) => !evaluation.source.synthetic)
    .map(({ name, config, split, evaluation: { rows, report } }) =>
      lineOf({ name, config, split, rows, date }) +
      `,${report.accuracy.toFixed(4)},${report.macroF1.toFixed(4)}`
    );
  await noteLines(directory, lines);
}

/** The same for autoencoders; where a classifier has its accuracy they have the area under the ROC curve. */
export async function noteAnomalies(
  directory: string,
  scorings: readonly (AnomalyMetrics & Pick<NotedScoring, "name" | "config">)[],
  { date = new Date() }: { date?: Date } = {},
): Promise<void> {
  const lines = scorings.filter(({ source }) => !source.synthetic)
    .map((scoring) => `${lineOf({ ...scoring, date })},area ${scoring.area.estimate.toFixed(4)},`);
  await noteLines(directory, lines);
}

function lineOf(
  { date, name, config, split, rows }: Pick<NotedScoring, "name" | "config" | "split"> & {
    rows: number;
    date: Date;
  },
): string {
  const day = date.toISOString().slice(0, 10);
  return [day, name, config.seed ?? "", config.commit ?? "", split.replaceAll(",", ""), rows].join(
    ",",
  );
}

async function noteLines(directory: string, lines: readonly string[]): Promise<void> {
  const path = join(directory, scoringsFile);
  const old = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return `${header}\n`;
    throw error;
  });
  const keyOf = (line: string) => line.split(",").slice(1, 6).join(",");
  const known = new Set(old.trimEnd().split("\n").map(keyOf));
  const fresh = lines.filter((line) => !known.has(keyOf(line)));
  if (fresh.length === 0) return;
  await Deno.mkdir(directory, { recursive: true });
  await replaceFile(path, `${old.trimEnd()}\n${fresh.join("\n")}\n`);
}
