import { parseArgs } from "node:util";
import type { ReadRecordingOptions } from "lib/recordings/mod.ts";

/** What `deno task annotate` is asked to do. */
export interface AnnotateArguments {
  files: string[];
  /** Folder of the model. */
  model: string | undefined;
  /** Name of the lead. */
  lead: string | undefined;
  /** The rate of tables that do not say it, and the unit of voltages without one. */
  reading: ReadRecordingOptions;
  /** The folder to write into. */
  out: string;
  /** Whether to print what was found as JSON. */
  json: boolean;
}

/** How the task is called. */
export const annotateUsage = "deno task annotate FILE ... [--model DIR] [--lead NAME] " +
  "[--frequency HZ] [--unit UNIT] [--out DIR] [--json]";

/**
 * Reads the arguments of `deno task annotate`.
 *
 * @throws {Error} where one is unknown or not as it must be.
 */
export function annotateArguments(args: string[]): AnnotateArguments {
  const { positionals: files, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: "string" },
      lead: { type: "string" },
      frequency: { type: "string" },
      unit: { type: "string" },
      out: { type: "string", default: "results/annotations" },
      json: { type: "boolean", default: false },
    },
  });
  const { model, lead, unit, out, json } = values;
  if (files.length === 0) throw new Error("Name one or more recordings.");
  const frequency = values.frequency === undefined ? undefined : Number(values.frequency);
  if (frequency !== undefined && !(frequency > 0 && frequency < Infinity)) {
    throw new Error(`--frequency must be a number above 0 but is "${values.frequency}".`);
  }
  return { files, model, lead, reading: { frequency, unit }, out, json };
}
