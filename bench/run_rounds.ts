import type { Contender } from "./benchmarks.ts";
import { median } from "./median.ts";
import type { Ready } from "./ours/answer_runs.ts";
import type { Worker } from "./start_worker.ts";

/** What was measured of one contender at one setting. */
export interface Measurement {
  contender: Contender;
  ready: Ready;
  /** Seconds of each run. */
  seconds: number[];
  /** Training: the loss of the warm-up epoch, then of each run. */
  losses: number[];
}

/** How the rounds are run. */
export interface RunRoundsOptions {
  rounds: number;
  /** Starts a contender and waits until it is warm. */
  start: (contender: Contender) => Promise<Worker>;
  /** Is told each step. */
  say?: (line: string) => void;
}

/**
 * Runs contenders in turns: each round runs all of them once, each round begins with another one. Between its
 * turns a contender sleeps. A setting that {@linkcode keepsUp} gives up gets no more turns.
 *
 * @throws {Error} when contenders disagree about what they compute, or a loss does not fall.
 */
export async function runRounds(
  contenders: Contender[],
  { rounds, start, say = () => {} }: RunRoundsOptions,
): Promise<Measurement[]> {
  const entrants: { measurement: Measurement; worker: Worker }[] = [];
  try {
    for (let first = 0; first < contenders.length; first += 2) {
      const pair = contenders.slice(first, first + 2);
      say(`warming up ${pair.map(contenderText).join(" and ")}`);
      const outcomes = await Promise.allSettled(pair.map(start));
      outcomes.forEach((outcome, i) => {
        if (outcome.status === "rejected") return;
        entrants.push({
          measurement: emptyMeasurement(pair[i]!, outcome.value),
          worker: outcome.value,
        });
      });
      const failure = outcomes.find(({ status }) => status === "rejected");
      if (failure) throw (failure as PromiseRejectedResult).reason;
    }
    const measurements = entrants.map(({ measurement }) => measurement);
    requireSameFacts(measurements);
    let left = entrants;
    for (let round = 0; round < rounds; round++) {
      for (const { measurement, worker } of rotated(left, round)) {
        const { seconds, loss } = await worker.run();
        measurement.seconds.push(seconds);
        if (loss !== undefined) measurement.losses.push(loss);
        say(
          `round ${round + 1}/${rounds} ${contenderText(measurement.contender)}: ${
            seconds.toFixed(3)
          } s`,
        );
      }
      left = left.filter(({ measurement }) => keepsUp(measurement, measurements));
    }
    measurements.forEach(requireFallingLoss);
    return measurements;
  } finally {
    await Promise.all(entrants.map(({ worker }) => worker.close()));
  }
}

/** A list that begins with another entry each round. */
export function rotated<T>(list: readonly T[], round: number): T[] {
  const first = list.length === 0 ? 0 : round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

/**
 * Whether a setting may still be its contender's best. It is given up when it had two runs or more and even
 * the fastest is a quarter slower than the median of the contender's best setting: more would only cost time.
 */
export function keepsUp(one: Measurement, all: Measurement[]): boolean {
  if (one.seconds.length < 2) return true;
  const medians = all.filter(({ contender, seconds }) =>
    contender.name === one.contender.name && seconds.length > 0
  ).map(({ seconds }) => median(seconds));
  return Math.min(...one.seconds) <= 1.25 * Math.min(...medians);
}

function emptyMeasurement(contender: Contender, { ready }: Worker): Measurement {
  return { contender, ready, seconds: [], losses: ready.loss === undefined ? [] : [ready.loss] };
}

function contenderText({ name, setting }: Contender): string {
  return setting ? `${name} (${setting})` : name;
}

/** Contenders that compute different things cannot be compared. Numbers may differ by rounding. */
function requireSameFacts(measurements: Measurement[]): void {
  const [first, ...others] = measurements;
  for (const other of others) {
    for (const [name, wanted] of Object.entries(first!.ready.facts)) {
      const found = other.ready.facts[name];
      if (found !== undefined && sameFact(wanted, found)) continue;
      throw new Error(
        `Cannot compare ${contenderText(first!.contender)} and ${
          contenderText(other.contender)
        }: ${name} must be the same but is ${wanted} and ${found}`,
      );
    }
  }
}

function sameFact(a: Ready["facts"][string], b: Ready["facts"][string]): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, i) => Math.abs(value - b[i]!) < 1e-4);
  }
  return a === b;
}

function requireFallingLoss({ contender, losses }: Measurement): void {
  const [first, last] = [losses[0], losses.at(-1)];
  if (first === undefined || last! < first) return;
  throw new Error(
    `Cannot trust ${
      contenderText(contender)
    }: its loss must fall but went from ${first} to ${last}`,
  );
}
