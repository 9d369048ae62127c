import type { Dataset, DataSource, Role } from "./dataset.ts";
import { requireNoLeak } from "./require_no_leak.ts";
import { type HoldOutOptions, holdOutValidation } from "./splits/hold_out_validation.ts";
import { inputsOf } from "./rows/inputs_of.ts";
import type { Beat } from "./segment_beats.ts";

/** A rule that says which beats to train on and which to test on. */
export interface Split {
  /** What the split is called in tables and model cards. */
  name: string;
  /**
   * The part that a beat belongs to; undefined for a beat that the split leaves out. A split that names beats to
   * validate on has its own; else a random share of the training rows is held out.
   */
  partOf(beat: Beat): Role | undefined;
  /** A number that test beats are sorted by; without it they keep their order. */
  testOrder?(beat: Beat): number;
  /** Where the beats come from, when the split is made for certain records. */
  source?: DataSource;
  /** What must not be in two parts: beats (the default), or patients. */
  by?: "beat" | "patient";
  /** Patients that the split's name says are in two parts. */
  knownShared?: readonly string[];
  /** Seconds at the start of each test record whose beats are trained on, as its name says. Default 0. */
  labelledSeconds?: number;
}

/** Options of {@linkcode createDataset}. */
export interface CreateDatasetOptions extends HoldOutOptions {
  /**
   * Where the beats come from. Default: what the split says, else "unnamed records", not synthetic.
   */
  source?: DataSource;
  /** Beats of other records to train on as well, whatever the split says of them. Default none. */
  more?: readonly Beat[];
}

/** The three parts of the data. */
export interface DatasetParts {
  /** Rows to train on. */
  train: Dataset<"train">;
  /** Rows to choose models by. */
  validation: Dataset<"validation">;
  /** Rows to score the chosen model on. */
  test: Dataset<"test">;
}

/**
 * Makes rows to train on, rows to choose models by and rows to test on from beats.
 *
 * The split says which beats are for training and testing, and it may say which are for validation;
 * where it does not, a seeded random tenth of the training rows, every class in its share, is held out.
 * Training and validation rows keep the order of the beats.
 *
 * @throws {Error} when a beat is given twice, when the split gives no row to train on or none to test on, and when
 *   something leaks from one part to another: see {@linkcode requireNoLeak}.
 */
export function createDataset(
  beats: Beat[],
  split: Split,
  options: CreateDatasetOptions = {},
): DatasetParts {
  const more = options.more ?? [];
  checkDistinct([...beats, ...more]);
  const parts: Record<Role, Beat[]> = { train: [...more], validation: [], test: [] };
  for (const beat of beats) {
    const part = split.partOf(beat);
    if (part !== undefined) parts[part].push(beat);
  }
  for (const [part, { length }] of Object.entries(parts)) {
    if (length > 0 || part === "validation") continue;
    throw new Error(
      `Cannot create a dataset: the split "${split.name}" must give ${part} rows ` +
        `but gives none of the ${beats.length} beats`,
    );
  }
  const testOrder = split.testOrder;
  if (testOrder) parts.test.sort((a, b) => testOrder(a) - testOrder(b));
  const source = options.source ?? split.source ?? { name: "unnamed records", synthetic: false };
  const train = datasetOf(parts.train, "train", source);
  const test = datasetOf(parts.test, "test", source);
  const chosen = parts.validation.length === 0
    ? holdOutValidation(train, options)
    : { train, validation: datasetOf(parts.validation, "validation", source) };
  return requireNoLeak({ ...chosen, test }, split);
}

/** A beat given twice could end up in two parts. */
function checkDistinct(beats: Beat[]): void {
  const seen = new Set<string>();
  for (const { record, annotation } of beats) {
    const key = `${record}/${annotation}`;
    if (seen.has(key)) {
      throw new Error(
        "Cannot create a dataset: every beat must be given once " +
          `but annotation ${annotation} of record "${record}" is given twice`,
      );
    }
    seen.add(key);
  }
}

function datasetOf<R extends Role>(beats: Beat[], role: R, source: DataSource): Dataset<R> {
  return {
    role,
    inputs: inputsOf(beats),
    labels: Uint8Array.from(beats, (beat) => beat.label),
    provenance: beats.map(({ record, sample, symbol }) => ({ record, sample, symbol })),
    source: { ...source },
  };
}
