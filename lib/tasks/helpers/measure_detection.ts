import { parseArgs } from "node:util";
import { ds2, validationRecords } from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { benchDetection, type DetectionCost } from "../../../bench/detection_cost.ts";
import { annotationModel } from "./annotation_model.ts";

/** Records that a model may be scored on; DS2's are test rows. Without 202, whose patient is trained on. */
const sets: Record<string, readonly string[]> = {
  validation: validationRecords,
  DS2: ds2.filter((name) => name !== "202"),
};

/** The cost of detection by the arguments of `deno task bench detection DIR [--set validation|DS2]`. */
export async function measureDetection(
  args: string[],
): Promise<DetectionCost & { isSynthetic: boolean }> {
  const { positionals: [directory, ...more], values: { set } } = parseArgs({
    args,
    allowPositionals: true,
    options: { set: { type: "string", default: "validation" } },
  });
  const records = sets[set];
  if (directory === undefined || more.length > 0 || records === undefined) {
    throw new Error("Use: deno task bench detection models/cnn_by_patient [--set validation|DS2]");
  }
  const { directory: folder, source } = await findRecords();
  await startBackend();
  const { annotate, report } = await annotationModel(directory, "models");
  return {
    model: report.model.name,
    set,
    records: [...records],
    source: source.name,
    date: new Date().toISOString(),
    ...await benchDetection(folder, { ...annotate, records }),
    isSynthetic: source.synthetic,
  };
}
