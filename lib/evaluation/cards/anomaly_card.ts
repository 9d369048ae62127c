import type { BootstrapInterval } from "lib/metrics/mod.ts";
import type { AnomalyMetrics } from "../anomalies/anomaly_metrics.ts";
import type { ModelFolder } from "../read_model_folder.ts";
import { configurationTable } from "./configuration_table.ts";
import { table } from "./table.ts";
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
  } parameters that has seen normal beats only (AAMI class N). It ` +
    `describes a beat by ${config.code} numbers and gives it back from them; the mean squared error says how unusual ` +
    "the beat is. It was told of no other class.";
}

function scores({ anomalies }: AnomalyCardFacts): string[] {
  const { rows, role, all, area, classes, baselines, allowed, falseAlarms, threshold, seeds } =
    anomalies;
  return [
    `On ${
      count(rows)
    } ${role} rows, beats that are not N against those that are: area under the ROC curve ` +
    `**${score(area.estimate)}** (${interval(area)}, 95 % over patients), average precision ` +
    `${score(all.averagePrecision)}.`,
    `Sensitivity is that above an error of ${threshold.toPrecision(3)}, which ${
      percent(allowed)
    } of the normal ` +
    `validation beats exceed; of the normal ${role} beats ${percent(falseAlarms)} do.`,
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
        "Other ways to say how unusual a beat is, on the same rows:",
        table(
          ["method", "ROC area", "95 %", "this model's less that", "95 %"],
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
        "Stored is the seed that was best on the validation rows:",
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
  const minutes = epochs.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  return [
    `- Records: ${anomalies.source.name}. Split: ${anomalies.split}.`,
    `- Trained on ${count(config.rows)} rows of class N for ${epochs.length} epochs in ${
      minutes.toFixed(0)
    } minutes; the weights are those of epoch ${bestEpoch}, the best on the validation rows of class N.`,
    "- Everything was chosen on validation rows and folds of the training patients, nothing by the " +
    `${anomalies.role} rows.`,
    ...(anomalies.commit ? [`- Commit: ${anomalies.commit}.`] : []),
  ].join("\n");
}

function limits({ anomalies: { split } }: AnomalyCardFacts): string {
  return [
    "Not a medical device, and not for decisions about patients.",
    "Unusual is not ill: noise, and normal beats of a patient whose beats look otherwise, have large errors too.",
    ...(/random/.test(split)
      ? ["The split is random by beat: normal beats of the same patients were trained on."]
      : []),
  ].map((limit) => `- ${limit}`).join("\n");
}

function loading(name: string): string {
  return [
    typescriptExample(name),
    pythonExample(name),
    "It gives the values of its inputs again, each flat, one after the other.",
  ].join("\n\n");
}

function score(value: number): string {
  return value.toFixed(4);
}

function interval({ low, high }: BootstrapInterval): string {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
