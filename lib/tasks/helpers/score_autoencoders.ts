import type * as tf from "@tensorflow/tfjs";
import {
  type Dataset,
  type DatasetParts,
  protocols,
  segmentWithContext,
  takeClass,
  takeRows,
} from "lib/beats/mod.ts";
import {
  type AnomalyMetrics,
  anomalyMetrics,
  countedRows,
  principalComponents,
  projectRows,
  reconstructionErrors,
  reconstructRows,
  usualBeatDistances,
} from "lib/evaluation/mod.ts";
import { rowTargets } from "lib/models/mod.ts";
import { createPrng } from "lib/random/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

/** What {@linkcode scoreAutoencoders} is given. */
export interface AutoencoderScoring {
  parts: DatasetParts;
  /** The name of the split. */
  split: string;
  /** Classes of the protocol: 5, or 4 where class Q and record 202 do not count. */
  classes: number;
  /** The folder of the records; where there is none they are found. */
  data?: string;
}

/** Numbers that the components describe a row by. */
const componentCounts = [8, 16, 32];

/**
 * Scores autoencoders of the same inputs on test rows, beside principal components of the same training rows and the
 * distance to the record's usual beat, which are found once for all.
 */
export async function scoreAutoencoders(
  models: readonly tf.LayersModel[],
  { parts, split, classes, data }: AutoencoderScoring,
): Promise<AnomalyMetrics[]> {
  const test = takeRows(parts.test, countedRows(parts.test, classes));
  const normal = takeClass(parts.train, 0);
  const own = models[0]!.inputNames;
  const baselines = {
    ...componentErrors({ normal, test }, own, own.includes("beat") ? "" : " of the same inputs"),
    ...(own.includes("beat") ? {} : componentErrors({ normal, test }, ["beat"], " of the row")),
  } as Record<string, ArrayLike<number>>;
  const { directory } = await findRecords({ data });
  const beats = (await readRecords(directory)).flatMap((record) =>
    // By patient as that protocol has it; the published rows are of the first signal, whichever lead it is.
    classes === 4
      ? protocols.by_patient.beatsOf(record)
      : segmentWithContext(record, record.header.signals[0]!.description)
  );
  baselines["distance to the record's usual beat"] = usualBeatDistances(beats, test.provenance);
  const validation = takeClass(parts.validation, 0);
  return models.map((model) =>
    anomalyMetrics(reconstructionErrors(reconstructRows(model, test)), test, {
      split,
      baselines,
      validation: reconstructionErrors(reconstructRows(model, validation)),
    })
  );
}

/** What is left of test rows that are described by the first components of normal training rows, by name. */
function componentErrors(
  { normal, test }: { normal: Dataset; test: Dataset },
  names: readonly string[],
  what: string,
): Record<string, ArrayLike<number>> {
  const [learned, scored] = [normal, test].map(({ inputs, labels }) =>
    rowTargets(inputs, Uint32Array.from(labels.keys()), { names })
  );
  const count = Math.max(...componentCounts);
  const { mean, components } = principalComponents(learned!, { count, prng: createPrng(0) });
  return Object.fromEntries(componentCounts.map((few) => {
    const first = { mean, components: components.slice(0, few) };
    return [
      `${few} principal components${what}`,
      reconstructionErrors(projectRows(scored!, first)),
    ];
  }));
}
