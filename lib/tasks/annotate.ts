// deno task annotate FILE ... [--model DIR] [--lead NAME] [--out DIR] [--json]: finds and labels the beats of
// recordings (WFDB, EDF, BDF, CSV). NAME.beats is an annotation file for WFDB's programs, NAME.html a report.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  annotateRecording,
  beatAnnotations,
  reportPage,
  summarizeBeats,
} from "lib/annotation/mod.ts";
import { replaceFile } from "lib/files/mod.ts";
import { readRecording } from "lib/recordings/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { encodeAnnotations } from "lib/wfdb/mod.ts";
import { annotationModel } from "./helpers/annotation_model.ts";
import { progressBar } from "./helpers/progress_bar.ts";

const root = join(import.meta.dirname!, "../..");
const usage = "deno task annotate FILE ... [--model DIR] [--lead NAME] [--out DIR] [--json]";

await main().catch((error: Error) => {
  console.error(`${error.message}\n\nUse: ${usage}`);
  Deno.exit(1);
});

async function main(): Promise<void> {
  const { positionals: files, values } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: "string" },
      lead: { type: "string" },
      out: { type: "string", default: "results/annotations" },
      json: { type: "boolean" },
    },
  });
  if (files.length === 0) throw new Error("Name one recording or more.");
  const bar = progressBar();
  bar.show("starting");
  await startBackend();
  const { annotate, report } = await annotationModel(values.model, join(root, "models"));
  await mkdir(values.out, { recursive: true });
  const done = new Map<string, unknown>();
  for (const file of files) {
    try {
      bar.show(`${file}: reading`);
      const recording = await readRecording(file);
      const { name } = recording;
      if (done.has(name)) throw new Error(`Cannot annotate ${file}: "${name}" was written before`);
      bar.show(`${file}: finding beats`);
      const onProgress = (share: number) => bar.show(`${file}: labelling beats`, share);
      const options = { ...annotate, lead: values.lead, onProgress };
      const annotated = annotateRecording(recording, options);
      recording.leads = []; // two leads of a day take 250 MB; that of the beats stays
      bar.show(`${file}: writing`);
      const target = join(values.out, name);
      const page = await reportPage(annotated, report);
      await replaceFile(`${target}.beats`, encodeAnnotations(beatAnnotations(annotated)));
      await replaceFile(`${target}.html`, page);
      const { notes, lead } = annotated;
      const summary = summarizeBeats(annotated);
      done.set(name, { name, file, lead: lead.name, ...summary, notes, page: `${target}.html` });
      bar.clear();
      if (!values.json) console.log(oneLine(summary, `${target}.html`));
    } catch (error) {
      bar.clear();
      console.error((error as Error).message);
      Deno.exitCode = 1;
    }
  }
  if (values.json) console.log(JSON.stringify([...done.values()], null, 2));
}

function oneLine({ beats, classes, uncertain }: ReturnType<typeof summarizeBeats>, page: string) {
  if (beats === 0) return `${page}: no beats found`;
  const counts = classes.map((one) => `${one.letter} ${one.beats}`).join(", ");
  return `${page}: ${beats} beats (${counts}), ${uncertain} uncertain`;
}
