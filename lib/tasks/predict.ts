// deno task predict MODEL FILE.csv: classifies your own beats and prints classes and probabilities as CSV. MODEL is a
// folder or a Keras file. A line of FILE.csv is a beat: 187 values from 0 to 1 at 120 Hz, padded with zeros, with or
// without a label; a header and gzip are accepted.
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { aamiClasses, rowLength } from "lib/beats/mod.ts";
import { compilePredictor, openModel } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { beatInputs } from "./helpers/beat_inputs.ts";
import { describePredictions } from "./helpers/predict/describe_predictions.ts";
import { readBeatRows } from "./helpers/predict/read_beat_rows.ts";

if (import.meta.main) {
  await main().catch((error: Error & { code?: string }) => {
    // The reader of the output has closed it, as `head` does.
    if (error.code === "EPIPE") Deno.exit(0);
    console.error(`${error.message}\n\nUsage: deno task predict models/cnn FILE.csv`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { positionals: [directory, path, ...more] } = parseArgs({ allowPositionals: true });
  if (directory === undefined || path === undefined || more.length > 0) {
    throw new Error("Name a model (its folder, or a Keras file) and a file of beats.");
  }
  await startBackend();
  const model = await openModel(directory);
  const given = model.outputs[0]!.shape.at(-1)!;
  if (given > aamiClasses.length) {
    throw new Error(
      `Cannot predict classes with "${directory}": wanted a model that gives ${aamiClasses.length} ` +
        `probabilities, found one that gives ${given} values, as autoencoders do.`,
    );
  }
  const predictor = compilePredictor(model);
  const inputsOf = (values: Float32Array) =>
    beatInputs(model, { beat: { shape: [rowLength, 1], values } });
  inputsOf(new Float32Array()); // throws for a model that takes no beats
  let [rows, labelled, right] = [0, 0, 0];
  printLines([["row", "class", ...aamiClasses.map(({ letter }) => letter)].join(",")]);
  for await (const batch of readBeatRows(path, 4096)) {
    const values = Float32Array.from(batch.flatMap((row) => row.values));
    const probabilities = predictor.predict(inputsOf(values));
    const predictions = describePredictions(probabilities, rows + 1);
    printLines(predictions.map(({ text }) => text));
    rows += batch.length;
    labelled += batch.filter(({ label }) => label !== undefined).length;
    right += batch.filter(({ label }, row) => label === predictions[row]!.label).length;
  }
  if (labelled > 0) {
    console.error(`${right} of ${labelled} labelled beats were classified correctly.`);
  }
}

function printLines(lines: string[]): void {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
  for (let written = 0; written < bytes.length;) {
    written += writeSync(1, bytes.subarray(written));
  }
}
