import type { BootstrapInterval } from "lib/metrics/mod.ts";
import type { AnomalyMetrics } from "../anomalies/anomaly_metrics.ts";
import type { ModelFolder } from "../read_model_folder.ts";
import { configurationTable } from "./configuration_table.ts";
import { table } from "./table.ts";
import { trainingTime } from "./training_time.ts";
import { pythonExample, typescriptExample } from "./loading_examples.ts";

/** What an autoencoder's card is made from. */
export interface AnomalyCardFacts extends Pick<ModelFolder, "config" | "history"> {
  /** Its scores. */
  anomalies: AnomalyMetrics;
  /** The model's name and that of its folder in `models`. */
  name: string;
  /** Number of weights. */
  parameters: number;
}

/** The card of an autoencoder in Markdown. No number in it is typed. */
export function anomalyCard(facts: AnomalyCardFacts): string {
  const { name, anomalies: { source } } = facts;
  return [
    `# ${name}`,
    introduction(facts),
    ...(source.synthetic
      ? ["**Trained and scored on synthetic records: its scores say nothing about patients.**"]
      : []),
    "## Scores",
    ...scores(facts),
    "## Data and protocol",
    protocol(facts),
    "## Configuration",
    configurationTable(facts.config),
    "## Limits",
    limits(facts),
    "## How to load it",
    loading(name),
    "<!-- Written by a program from config.json, history.json and anomalies.json: do not edit. -->",
  ].join("\n\n") + "\n";
}

function introduction({ config, parameters }: AnomalyCardFacts): string {
  return `An autoencoder with ${
    count(parameters)
  } parameters, trained on normal beats only (AAMI class N). It ` +
    `encodes a beat as ${config.code} numbers and reconstructs it from them; the mean squared error says how unusual ` +
    "the beat is.";
}

function scores({ anomalies }: AnomalyCardFacts): string[] {
  const { rows, role, all, area, classes, baselines, allowed, falseAlarms, threshold, seeds } =
    anomalies;
  return [
    `On ${
      count(rows)
    } ${role} rows, beats that are not N against those that are: area under the ROC curve ` +
    `**${score(area.estimate)}** (${
      interval(area)
    }, 95 %, patients resampled), average precision ` +
    `${score(all.averagePrecision)}.`,
    `Sensitivity is the share of beats with an error above ${threshold.toPrecision(3)}, which ${
      percent(allowed)
    } of the normal ` +
    `validation beats and ${percent(falseAlarms)} of the normal ${role} beats exceed.`,
    table(
      ["class", "beats", "ROC area", "average precision", "sensitivity"],
      [all, ...classes].map(({ letter, beats, area, averagePrecision, sensitivity }) => [
        letter,
        count(beats),
        ...[area, averagePrecision, sensitivity].map(score),
      ]),
    ),
    ...(baselines.length > 0
      ? [
        "Other measures of how unusual a beat is, on the same rows:",
        table(
          ["method", "ROC area", "95 %", "this model minus it", "95 %"],
          baselines.map(({ name, area, difference }) => [
            name,
            score(area.estimate),
            interval(area),
            score(difference.estimate),
            interval(difference),
          ]),
        ),
      ]
      : []),
    ...(seeds && seeds.length > 1
      ? [
        "The seed that was best on the validation rows is stored:",
        table(
          ["seed", "validation loss", "ROC area"],
          seeds.map(({ seed, validationLoss, area }) => [
            String(seed),
            score(validationLoss),
            score(area),
          ]),
        ),
      ]
      : []),
  ];
}

function protocol({ config, history, anomalies }: AnomalyCardFacts): string {
  const { epochs, bestEpoch } = history;
  return [
    `- Records: ${anomalies.source.name}. Split: ${anomalies.split}.`,
    `- Trained on ${count(config.rows)} rows of class N for ${epochs.length} epochs in ${
      trainingTime(epochs)
    }; the weights are those of epoch ${bestEpoch}, the best on the validation rows of class N.`,
    "- Everything was chosen on validation rows and folds of the training patients, nothing on the " +
    `${anomalies.role} rows.`,
    ...(anomalies.commit ? [`- Commit: ${anomalies.commit}.`] : []),
  ].join("\n");
}

function limits({ anomalies: { split } }: AnomalyCardFacts): string {
  return [
    "Not a medical device, and not for decisions about patients.",
    "Unusual does not mean abnormal: noise, and normal beats of a patient whose beats look different, have large errors too.",
    ...(/random/.test(split)
      ? ["The split is random by beat: the model was trained on normal beats of the same patients."]
      : []),
  ].map((limit) => `- ${limit}`).join("\n");
}

function loading(name: string): string {
  return [
    typescriptExample(name),
    pythonExample(name),
    "Its output is its inputs reconstructed, flattened and concatenated.",
  ].join("\n\n");
}

function score(value: number): string {
  return value.toFixed(4);
}

/** Of one patient alone there is none: the ends are NaN, in a file null. */
function interval({ low, high }: BootstrapInterval): string {
  if (!Number.isFinite(low)) return "not known";
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
