import { join, relative } from "node:path";
import {
  patientResultsTable,
  type PublishedModel,
  readModelFolders,
  resultsTable,
  splitGapSentence,
} from "lib/evaluation/mod.ts";
import { codeDigest } from "../../../../bench/code_digest.ts";
import { readDetection } from "../../../../bench/detection_cost.ts";
import { detectionTable } from "../../../../bench/detection_table.ts";
import { peaksTable } from "../../../../bench/peaks.ts";
import { type KindResults, readKinds } from "../../../../bench/results_files.ts";
import { resultsTable as benchTable } from "../../../../bench/results_table.ts";
import { fillSection } from "./readme_sections.ts";

/** The README's figure, by its path in the checkout. */
export const picture = "notebooks/record_strip.png";

const resultsNote = "Scores on the test rows of the split, by the seed that was best on the " +
  "validation rows (a tenth of the training rows, held out); then mean ± standard deviation over all " +
  "seeds. Times are those of the stored run on a computer that also did other work: not a benchmark. " +
  "Details are in the models' cards.";

const patientNote =
  "Trained on DS1 and scored on the patients of DS2 without record 202; means ± standard " +
  "deviations over seeds. Settings were chosen by the folds alone; [the log](models/scorings.csv) lists every scoring of " +
  "test rows of the records. The cards name the records on which single classes depend.";

/**
 * The README with its sections as the stored runs have them.
 *
 * @param root The checkout.
 */
export async function filledReadme(text: string, root: string): Promise<string> {
  const kinds = await readKinds(join(root, "bench/results"));
  const models = await publishedModels(root);
  const sections = {
    figure: `![A strip of a record with its beats](${picture})`,
    results: resultsText(models),
    peaks: await peaksText(root),
    detection: await detectionText(root, models),
    speed: kinds.map((results) => speedOfKind(root, results)).join("\n\n") || "Not measured yet.",
  };
  return Object.entries(sections).reduce((all, [name, part]) => fillSection(all, name, part), text);
}

/** By patient first, the random split below, and what the difference means. */
function resultsText(models: readonly PublishedModel[]): string {
  const byPatient = models.filter(({ metrics }) => metrics.patients);
  const byBeat = models.filter(({ metrics }) => !metrics.patients);
  return [
    ...(byPatient.length > 0
      ? ["**By patient**", patientResultsTable(byPatient), patientNote, splitGapSentence(models)]
      : []),
    "**Random by beat**",
    resultsTable(byBeat),
    resultsNote,
  ].join("\n\n");
}

async function peaksText(root: string): Promise<string> {
  const path = join(root, "bench/results/peaks.json");
  return peaksTable(JSON.parse(await Deno.readTextFile(path)));
}

async function detectionText(root: string, models: readonly PublishedModel[]): Promise<string> {
  const costs = await readDetection(root);
  const cardBeats = Object.fromEntries(models.map(({ name, metrics }) => [name, metrics.rows]));
  return costs.length > 0 ? detectionTable(costs, { cardBeats }) : "Not measured.";
}

function speedOfKind(root: string, { kind, directory, results }: KindResults): string {
  const times = relative(root, join(directory, "bench.png")).replaceAll("\\", "/");
  return `### ${kind}\n\n![Times of this project and of others](${times})\n\n${
    benchTable(results, { codeOf: codeDigest })
  }`;
}

/** The models whose folders hold scores, by name. */
async function publishedModels(root: string): Promise<PublishedModel[]> {
  const folders = await readModelFolders(join(root, "models"));
  return folders.filter((folder) => folder.metrics !== undefined) as PublishedModel[];
}
