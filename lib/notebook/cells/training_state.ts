import type { EpochRecord, TrainingEvent } from "lib/training/mod.ts";
import type { ProgressPoint } from "lib/figures/mod.ts";

/** What is known from the events of a training so far. */
export interface TrainingState {
  /** When the first event came, in milliseconds, and how much was done by then, in epochs. */
  start?: { time: number; done: number };
  /** Epochs done, including the part of the current one. */
  done: number;
  /** Epochs wanted. */
  epochs: number;
  /** The latest batch. */
  batch?: Extract<TrainingEvent, { type: "batch" }>;
  points: readonly ProgressPoint[];
  records: readonly EpochRecord[];
}

const mostPoints = 240;

/** The state after one more event. */
export function nextState(state: TrainingState, event: TrainingEvent, time: number): TrainingState {
  if (event.type === "epoch") {
    const { record, epochs } = event;
    return { ...state, epochs, done: record.epoch, records: [...state.records, record] };
  }
  const done = event.epoch - 1 + event.batch / event.batches;
  const point = { epoch: done, loss: event.loss, accuracy: event.accuracy };
  return {
    ...state,
    start: state.start ?? { time, done },
    done,
    epochs: event.epochs,
    batch: event,
    points: thinned([...state.points, point]),
  };
}

/**
 * Every second point when there are too many, so that a long training takes no more space than a
 * short one.
 */
function thinned(points: ProgressPoint[]): ProgressPoint[] {
  const last = points.length - 1;
  return points.length <= mostPoints
    ? points
    : points.filter((_, index) => (last - index) % 2 === 0);
}

/** The milliseconds until all epochs are done; undefined until they can be estimated. */
export function timeLeft({ start, done, epochs }: TrainingState, time: number): number | undefined {
  if (start === undefined || done <= start.done || time - start.time < 1000) return undefined;
  return (time - start.time) * (epochs - done) / (done - start.done);
}
