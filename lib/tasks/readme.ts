// deno task readme: writes the README's figure, results and speed, and the models' cards, from what runs have stored.
import { join, relative } from "node:path";
import {
  anomalyCard,
  modelCard,
  patientResultsTable,
  type PublishedModel,
  readModelFolders,
  resultsTable,
  splitGapSentence,
} from "lib/evaluation/mod.ts";
import { replaceFile } from "lib/files/mod.ts";
import { codeDigest } from "../../bench/code_digest.ts";
import { detectionTable, readDetection } from "../../bench/detection_cost.ts";
import { int8Table } from "../../bench/onnx_int8.ts";
import { peaksTable } from "../../bench/peaks.ts";
import { type KindResults, readKinds } from "../../bench/results_files.ts";
import { resultsTable as benchTable } from "../../bench/results_table.ts";
import { codeLines, houseDrawing, houseTable, lineRooms, readRooms } from "./helpers/house.ts";
import { fillSection } from "./helpers/readme_sections.ts";

const root = join(import.meta.dirname!, "../..");
const picture = "notebooks/record_strip.png";

const resultsNote = "Scores on the test rows of the split, by the seed that was best on the " +
  "validation rows (a tenth of the training rows, held out); then mean ± standard deviation over all " +
  "seeds. Times are those of the stored run, whatever else the computer did meanwhile: no benchmark. " +
  "The models' cards say the rest.";

const patientNote =
  "Trained on DS1 and scored on the patients of DS2 without record 202; means ± standard " +
  "deviations over seeds. Settings were chosen by the folds alone; [the log](models/scorings.csv) has every look at " +
  "test rows. The cards name the records that single classes hang on.";

if (import.meta.main) {
  const house = join(root, "lib/README.md");
  await replaceFile(house, filledHouse(await Deno.readTextFile(house)));
  const path = join(root, "README.md");
  const text = await filledReadme(await Deno.readTextFile(path));
  await Deno.writeFile(join(root, picture), await firstPicture("notebooks/01_explore.ipynb"));
  await replaceFile(path, text);
  const models = join(root, "models/README.md");
  await replaceFile(models, await filledModelsPage(await Deno.readTextFile(models)));
  for (const { name, card } of await filledCards()) {
    await replaceFile(join(root, "models", name, "README.md"), card);
  }
}

/** The cards of the published models, classifiers and autoencoders, as their files have them. */
export async function filledCards(): Promise<{ name: string; card: string }[]> {
  const folders = await readModelFolders(join(root, "models"));
  return await Promise.all(folders.map(async ({ name, config, history, metrics }) => {
    const folder = join(root, "models", name);
    const files = (await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name);
    const parameters = await countWeights(folder);
    if (metrics) {
      return { name, card: modelCard({ name, config, history, metrics, parameters, files }) };
    }
    const anomalies = JSON.parse(await Deno.readTextFile(join(folder, "anomalies.json")));
    return { name, card: anomalyCard({ name, config, history, anomalies, parameters }) };
  }));
}

async function countWeights(folder: string): Promise<number> {
  const { weightsManifest } = JSON.parse(await Deno.readTextFile(join(folder, "model.json")));
  const shapes: number[][] = weightsManifest[0].weights.map(({ shape }: { shape: number[] }) =>
    shape
  );
  return shapes.map((shape) => shape.reduce((product, length) => product * length, 1))
    .reduce((sum, size) => sum + size, 0);
}

/** The page about lib with its drawing and its table as the rooms are. */
export function filledHouse(text: string): string {
  const lib = join(root, "lib");
  const rooms = readRooms(lib);
  const lines = codeLines(lib, rooms);
  // Rounded: not every change of a line is to change this page.
  const some = (names: string[]) => {
    const exact = names.reduce((sum, name) => sum + lines[name]!, 0);
    return `some ${(500 * Math.round(exact / 500)).toLocaleString("en")}`;
  };
  const note = `The line itself (${lineRooms.join(", ")}; drawn bold) has ${
    some(lineRooms)
  } lines of code, comments not counted. The engine (tensorflow, ${
    some(["tensorflow"])
  }) and the sweep (sweeps and wandb, ${
    some(["sweeps", "wandb"])
  }) stand beside it as libraries of their own.`;
  return fillSection(
    text,
    "house",
    [houseDrawing(rooms), note, houseTable(rooms)].join("\n\n"),
  );
}

/** The README with its sections as the stored runs have them. */
export async function filledReadme(text: string): Promise<string> {
  const kinds = await readKinds(join(root, "bench/results"));
  const sections = {
    figure: `![A strip of a record with its beats](${picture})`,
    results: resultsText(await publishedModels()),
    peaks: await peaksText(),
    detection: await detectionText(),
    speed: kinds.map(speedOfKind).join("\n\n") || "Not measured yet.",
  };
  return Object.entries(sections).reduce((all, [name, part]) => fillSection(all, name, part), text);
}

/** The page about the published models, with what 8 bits cost and gain. */
export async function filledModelsPage(text: string): Promise<string> {
  const path = join(root, "tests/fixtures/models/onnx/int8.json");
  return fillSection(text, "int8", int8Table(JSON.parse(await Deno.readTextFile(path))));
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

async function peaksText(): Promise<string> {
  const path = join(root, "bench/results/peaks.json");
  return peaksTable(JSON.parse(await Deno.readTextFile(path)));
}

async function detectionText(): Promise<string> {
  const costs = await readDetection(root);
  return costs.length > 0 ? detectionTable(costs) : "Not measured.";
}

function speedOfKind({ kind, directory, results }: KindResults): string {
  const picture = relative(root, join(directory, "bench.png")).replaceAll("\\", "/");
  return `### ${kind}\n\n![Times of this project and of others](${picture})\n\n${
    benchTable(results, { codeOf: codeDigest })
  }`;
}

/** The models whose folders hold scores, by name. */
async function publishedModels(): Promise<PublishedModel[]> {
  const folders = await readModelFolders(join(root, "models"));
  return folders.filter((folder) => folder.metrics !== undefined) as PublishedModel[];
}

/** The first picture that a stored notebook shows. */
async function firstPicture(notebook: string): Promise<Uint8Array> {
  const { cells } = JSON.parse(await Deno.readTextFile(join(root, notebook)));
  for (const { outputs = [] } of cells) {
    for (const { data } of outputs) {
      const encoded = data?.["image/png"];
      if (encoded) return Uint8Array.fromBase64([encoded].flat().join("").replaceAll("\n", ""));
    }
  }
  throw new Error(`Cannot find a picture in ${notebook}: wanted an output with image/png`);
}
