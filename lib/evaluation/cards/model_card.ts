import {
  aamiClasses,
  contextLength,
  rowFrequency,
  rowLength,
  shapeLength,
  shapeStart,
} from "lib/beats/mod.ts";
import type { Doubt } from "../fit_doubt.ts";
import { modelCardLimits } from "./model_card_limits.ts";
import type { ModelMetrics } from "../model_metrics.ts";
import type { ModelFolder } from "../read_model_folder.ts";
import { configurationTable } from "./configuration_table.ts";
import { patientCard } from "./patient_card.ts";
import type { SeedScores } from "./seed_scores.ts";
import { table } from "./table.ts";
import { trainingTime } from "./training_time.ts";
import { pythonExample, typescriptExample } from "./loading_examples.ts";

/** What a model's card is made from. */
export interface ModelCardFacts extends ModelFolder {
  /** The model's scores. */
  metrics: ModelMetrics;
  /** The model's name and that of its folder in `models`. */
  name: string;
  /** Number of weights. */
  parameters: number;
  /** The files of the folder. */
  files: readonly string[];
}

/** The card of a model in Markdown: data, protocol, scores, limits, how to load it. No number in it is typed. */
export function modelCard(facts: ModelCardFacts): string {
  const { name, metrics } = facts;
  return [
    `# ${name}`,
    introduction(facts),
    ...(metrics.source.synthetic
      ? ["**Trained and scored on synthetic records: its scores say nothing about patients.**"]
      : []),
    "## Scores",
    `On ${count(metrics.rows)} ${metrics.role} rows: accuracy **${score(metrics.accuracy)}**, ` +
    `macro-F1 **${score(metrics.macroF1)}**, macro precision ${score(metrics.macroPrecision)}, ` +
    `macro recall ${score(metrics.macroRecall)}. Macro means the unweighted mean over all ` +
    `${metrics.classes.length} classes.`,
    classTable(metrics),
    "Numbers of beats by actual class (rows) and predicted class (columns):",
    confusionTable(metrics),
    ...(metrics.seeds ? [seedTable(metrics.seeds)] : []),
    ...(metrics.patients ? [patientCard(metrics.patients, metrics.seeds)] : []),
    ...(metrics.doubt ? ["## Uncertainty", doubtText(metrics.doubt)] : []),
    "## Data and protocol",
    protocol(facts),
    "## Configuration",
    configurationTable(facts.config),
    "## Limits",
    modelCardLimits(metrics),
    "## How to load it",
    loading(facts),
    "<!-- Written by a program from config.json, history.json and metrics.json: do not edit. -->",
  ].join("\n\n") + "\n";
}

function introduction({ config, parameters, metrics }: ModelCardFacts): string {
  const family = config.family.toUpperCase();
  const article = /^[AEFHILMNORSX]/.test(family) ? "An" : "A"; // as the letters are spoken
  const letters = metrics.classes.map(({ letter }) => letter);
  return `${article} ${family} with ${
    count(parameters)
  } parameters that classifies heartbeats by the ${
    letters.length === 5 ? "five" : letters.length
  } AAMI ` +
    `classes (${letters.join(", ")}). It takes ${
      inputs(config)
    } and gives a probability for each ` +
    `class. ${causality(config)}`;
}

function inputs({ view, contextUnits }: ModelCardFacts["config"]): string {
  const row = view === "difference"
    ? `the beat's shape minus the usual shape of the beats around it (${shapeLength} values at ${rowFrequency} Hz, one lead)`
    : `raw rows of ${rowLength} values from 0 to 1 (one lead, ${rowFrequency} Hz)`;
  return contextUnits ? `${row} and ${contextLength} numbers describing its rhythm` : row;
}

/** A row ends with the beat after the next; rhythm looks ahead unless it is told not to. */
function causality({ view, contextUnits, causal }: ModelCardFacts["config"]): string {
  const reach = shapeStart + (shapeLength - 1) / rowFrequency;
  return view === "difference" && causal
    ? `It is causal: after the R peak it uses only ${reach.toFixed(1)} s, the beat's own shape.`
    : view === "difference" || contextUnits
    ? "It is not causal: it uses beats after the one that it classifies."
    : "It is not causal: where a row ends depends on the next two beats.";
}

function classTable({ classes }: ModelMetrics): string {
  return table(
    ["class", "precision", "recall", "F1", "beats", "ROC area", "average precision"],
    classes.map(({ letter, precision, recall, f1, support, rocArea, averagePrecision }) => [
      letter,
      ...[precision, recall, f1].map(score),
      count(support),
      ...[rocArea, averagePrecision].map((area) => area === null ? "-" : score(area)),
    ]),
  );
}

function confusionTable({ classes, confusion }: ModelMetrics): string {
  const letters = classes.map(({ letter }) => letter);
  const rows = confusion.map((counts, actual) => [letters[actual]!, ...counts.map(count)]);
  return table(["", ...letters], rows);
}

function seedTable({ runs, chosen, mean, deviation }: SeedScores): string {
  const spread = (key: "accuracy" | "macroF1") => `${score(mean[key])} ± ${score(deviation[key])}`;
  const [only, ...others] = runs;
  if (others.length === 0) {
    return `Trained with one seed (${
      only!.seed
    }) only: the spread of the scores over seeds is not known.`;
  }
  const words = `Over ${runs.length} seeds: accuracy ${spread("accuracy")}, ` +
    `macro-F1 ${spread("macroF1")} (mean and standard deviation). Seed ${chosen} is stored, ` +
    "the best on the validation rows.";
  return `${words}\n\n` + table(
    ["seed", "best epoch", "validation macro-F1", "test accuracy", "test macro-F1"],
    runs.map(({ seed, bestEpoch, valMacroF1, accuracy, macroF1 }) => [
      String(seed),
      String(bestEpoch),
      ...[valMacroF1, accuracy, macroF1].map(score),
    ]),
  );
}

/** What a set of classes promises, and where it was measured. */
function doubtText({ temperature, groups, thresholds, coverage, rows }: Doubt): string {
  const letters = (group: readonly number[]) =>
    group.map((label) => aamiClasses[label]!.letter).join(" or ");
  const from = groups.map((group, i) =>
    `${letters(group)} if its probability is at least ${thresholds[i]!.toFixed(3)} (${
      count(rows[i]!)
    } beats)`
  );
  return `With the logits divided by ${
    temperature.toFixed(2)
  }, a beat's set of possible classes contains ${
    from.join(", ")
  }. The thresholds were fitted so that the sets contain the right class for ${
    Math.round(100 * coverage)
  } % of the beats of each group, on folds whose patients the model had not seen or, without stored folds, on the validation records. ` +
    "In scores of these sets, a beat with more than one class in its set, or none, counts as uncertain. " +
    "`deno task annotate` adds every likely class to a set, so that none is empty, and marks a beat as uncertain " +
    "if its set has more than one class, or if a part of the beat or of its rhythm is missing.";
}

function protocol({ config, history, metrics }: ModelCardFacts): string {
  const { epochs, bestEpoch, stoppedEarly } = history;
  return [
    `- Records: ${metrics.source.name}. Split: ${metrics.split}.`,
    `- Trained on ${count(config.rows)} rows for ${epochs.length} epochs` +
    `${stoppedEarly ? " (stopped early)" : ""} in ${trainingTime(epochs)}; the weights are those ` +
    `of epoch ${bestEpoch}, the best by macro-F1 on the validation rows, which were held out of training.`,
    ...(bestEpoch === 1 && epochs.length > 1
      ? [
        "- No later epoch was better than the first: the scores do not show what such a network can learn.",
      ]
      : []),
    `- ${chosenOn(metrics)}, nothing on the ${metrics.role} rows.`,
    ...(metrics.commit ? [`- Commit: ${metrics.commit}.`] : []),
  ].join("\n");
}

/** What was chosen, and on which rows. */
function chosenOn({ patients, seeds }: ModelMetrics): string {
  if (!patients?.folds) return "Everything was chosen on the validation rows";
  const seed = (seeds?.runs.length ?? 0) > 1;
  return "Settings were chosen by the folds in DS1, the epoch " +
    `${seed ? "and the stored seed " : ""}on the validation rows`;
}

function loading({ name, files, metrics }: ModelCardFacts): string {
  const examples = [
    typescriptExample(name),
    metrics.patients
      ? `On your own recording: \`deno task annotate FILE --model models/${name}\`.`
      : `On a file of your own beats: \`deno task predict models/${name} beats.csv\`.`,
  ];
  if (files.includes("model.keras")) examples.push(pythonExample(name));
  return examples.join("\n\n");
}

function score(value: number): string {
  return value.toFixed(4);
}

function count(value: number): string {
  return value.toLocaleString("en");
}
