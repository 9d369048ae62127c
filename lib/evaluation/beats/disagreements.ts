import { aamiClasses, type Dataset } from "lib/beats/mod.ts";
import type { Evaluation } from "../evaluation.ts";
import { requireSameRows } from "../require_same_rows.ts";
import { traceBeat, type TracedBeat } from "./traced_beat.ts";

/** What one model says of a beat. */
export interface Vote {
  /** Name of the model. */
  model: string;
  /** The letter of the class that it takes the beat for. */
  predicted: string;
  /** The probability that it gives that class. */
  probability: number;
}

/** A beat of which not all models say the same. */
export interface Disagreement extends TracedBeat {
  /** One for each model, in the order given. */
  votes: Vote[];
}

/** What is read of an evaluation to find disagreements. */
export type VotedEvaluation = Pick<Evaluation, "model" | "labels" | "predicted" | "probabilities">;

/**
 * The beats that models take for different classes, those first of which even the least sure model is sure.
 *
 * @throws {Error} When the models were not evaluated on the same rows.
 */
export function disagreements(
  evaluations: readonly VotedEvaluation[],
  dataset: Pick<Dataset, "labels" | "provenance">,
): Disagreement[] {
  requireSameRows(evaluations, "find the disagreements of");
  const rows = [...dataset.labels.keys()].filter((row) =>
    evaluations.some(({ predicted }) => predicted[row] !== evaluations[0]!.predicted[row])
  );
  return rows.map((row): Disagreement => ({
    ...traceBeat(dataset, row),
    votes: evaluations.map((evaluation) => voteOf(evaluation, row)),
  })).sort((a, b) => leastSure(b) - leastSure(a) || a.row - b.row);
}

function voteOf(
  { model, labels, predicted, probabilities }: VotedEvaluation,
  row: number,
): Vote {
  const classes = probabilities.length / labels.length;
  const label = predicted[row]!;
  return {
    model,
    predicted: aamiClasses[label]!.letter,
    probability: probabilities[row * classes + label]!,
  };
}

function leastSure({ votes }: Disagreement): number {
  return Math.min(...votes.map(({ probability }) => probability));
}
