import { join } from "node:path";
import {
  chooseSplit,
  createDataset,
  type DataSource,
  fitStandardizer,
  segmentBeats,
  takeRows,
} from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";
import type { BenchmarkData, RowCounts } from "./benchmarks.ts";
import { type RowFiles, writeRows } from "./row_files.ts";

/** What is to be prepared, and by whom. */
export interface PrepareDataOptions {
  rows: RowCounts;
  /** The Python that exports the model to ONNX; it is not exported without. */
  onnxPython?: string;
}

/**
 * Writes what all contenders work on into a folder: standardized training rows of the records that are found,
 * and the CNN in ONNX.
 */
export async function prepareData(
  directory: string,
  { rows, onnxPython }: PrepareDataOptions,
): Promise<BenchmarkData & { source: DataSource }> {
  const found = await findRecords();
  const records = await readRecords(found.directory);
  const beats = records.flatMap(segmentBeats);
  const { train } = createDataset(beats, chooseSplit(beats, found.source), found);
  const { mean, deviation } = fitStandardizer(train);
  const files: Record<number, RowFiles> = {};
  for (const count of new Set(Object.values(rows) as number[])) {
    const { inputs, labels } = takeRows(train, count);
    const values = inputs.beat!.values.map((value) => (value - mean) / deviation);
    files[count] = await writeRows(directory, {
      values: repeated(values, count * 187),
      labels: repeated(labels, count),
    });
  }
  const onnx = join(directory, "cnn.onnx");
  const published = {
    directory: join(import.meta.dirname!, "../models/cnn"),
    onnx: join(directory, "published.onnx"),
    csv: join(directory, "beat.csv"),
  };
  if (onnxPython) {
    await exportOnnx([onnx], onnxPython);
    await exportOnnx([published.onnx, join(published.directory, "model.keras")], onnxPython);
  }
  await Deno.writeTextFile(published.csv, `${train.inputs.beat!.values.slice(0, 187).join()}\n`);
  return {
    rows: files,
    records: found.directory,
    counts: { records: records.length, beats: beats.length },
    onnx,
    published,
    source: found.source,
  };
}

/** Synthetic records have fewer rows than an epoch is to have: they come again from the first. */
function repeated<Values extends Float32Array | Uint8Array>(
  values: Values,
  length: number,
): Values {
  if (values.length >= length) return values;
  const Type = values.constructor as new (length: number) => Values;
  const result = new Type(length);
  for (let i = 0; i < length; i++) result[i] = values[i % values.length]!;
  return result;
}

async function exportOnnx(files: string[], python: string): Promise<void> {
  const program = join(import.meta.dirname!, "export_onnx.py");
  const { code, stderr } = await new Deno.Command(python, { args: [program, ...files] }).output();
  if (code === 0) return;
  throw new Error(
    `Cannot export the CNN to ONNX: ${program} must end with code 0 but did with ${code}\n${
      new TextDecoder().decode(stderr).slice(-2000)
    }`,
  );
}
