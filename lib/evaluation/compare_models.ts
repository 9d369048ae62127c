import {
  type BootstrapInterval,
  bootstrapInterval,
  type BootstrapOptions,
  classificationReport,
  type McNemar,
  mcNemar,
} from "lib/metrics/mod.ts";
import type { Evaluation } from "./evaluation.ts";
import { requireSameRows } from "./require_same_rows.ts";

/** A score of two models on the same rows, and the second's less the first's. */
export interface ScoreComparison {
  /** The score of the first. */
  first: BootstrapInterval;
  /** The score of the second. */
  second: BootstrapInterval;
  /** The interval of the difference on the same resamples: without 0 in it the models differ. */
  difference: BootstrapInterval;
}

/** Two models side by side. */
export interface ModelComparison {
  /** Names of the models. */
  first: string;
  /** Name of the second model. */
  second: string;
  /** Share of the resamples that each interval holds. */
  level: number;
  /** The accuracies. */
  accuracy: ScoreComparison;
  /** The macro-F1. */
  macroF1: ScoreComparison;
  /** Whether the two err equally often. */
  mcNemar: McNemar;
}

/**
 * Compares two models on the same rows: accuracy and macro-F1 with bootstrap intervals of each and of their
 * difference, and McNemar's test. They say how much depends on these rows, not how much on the seed
 * of a training.
 *
 * @param options The bootstrap's; give the record of each row as `groups` to draw whole records.
 * @throws {Error} When the two are not of the same rows.
 */
export function compareModels(
  first: Evaluation,
  second: Evaluation,
  { level = 0.95, ...rest }: BootstrapOptions,
): ModelComparison {
  requireSameRows([first, second], "compare");
  const options = { level, ...rest };
  return {
    first: first.model,
    second: second.model,
    level,
    accuracy: compareScore("accuracy", [first, second], options),
    macroF1: compareScore("macroF1", [first, second], options),
    mcNemar: mcNemar(hits(first), hits(second)),
  };
}

function compareScore(
  score: "accuracy" | "macroF1",
  [first, second]: [Evaluation, Evaluation],
  options: BootstrapOptions,
): ScoreComparison {
  const ofFirst = (rows: Uint32Array) => scoreOf(first, rows)[score];
  const ofSecond = (rows: Uint32Array) => scoreOf(second, rows)[score];
  const interval = (scored: (rows: Uint32Array) => number) =>
    bootstrapInterval(first.rows, scored, options);
  return {
    first: interval(ofFirst),
    second: interval(ofSecond),
    difference: interval((rows) => ofSecond(rows) - ofFirst(rows)),
  };
}

/** The report of some rows; a plain loop, for it runs some thousand times over all of them. */
function scoreOf({ labels, predicted, confusion }: Evaluation, rows: Uint32Array) {
  const counts = confusion.map((row) => row.map(() => 0));
  for (let i = 0; i < rows.length; i++) counts[labels[rows[i]!]!]![predicted[rows[i]!]!]!++;
  return classificationReport(counts);
}

function hits({ labels, predicted }: Evaluation): boolean[] {
  return Array.from(labels, (label, row) => label === predicted[row]);
}
