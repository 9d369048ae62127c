// deno task annotate FILE ... [--model DIR] [--lead NAME] [--frequency HZ] [--unit UNIT] [--out DIR] [--json]: finds and
// labels the beats of recordings (WFDB, EDF, BDF, CSV). It writes NAME.beats, an annotation file for WFDB's programs,
// and NAME.html, a report. The frequency is that of tables that do not say it, the unit that of voltages without one.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "lib/tensorflow/mod.ts";
import { annotateArguments, annotateUsage } from "./helpers/annotate/annotate_arguments.ts";
import { type AnnotatedFile, annotateFile } from "./helpers/annotate/annotate_file.ts";
import { type AnnotationModel, annotationModel } from "./helpers/annotate/annotation_model.ts";
import { progressBar } from "./helpers/annotate/progress_bar.ts";

const models = join(import.meta.dirname!, "../../models");

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUsage: ${annotateUsage}`);
    Deno.exit(1);
  });
}

async function main(): Promise<void> {
  const { files, model: directory, lead, reading, out, json } = annotateArguments(Deno.args);
  await mkdir(out, { recursive: true });
  let loaded: AnnotationModel | undefined;
  const model = async () => {
    if (!loaded) await startBackend();
    return loaded ??= await annotationModel(directory, models);
  };
  const bar = progressBar();
  const done: AnnotatedFile[] = [];
  for (const file of files) {
    try {
      const taken = done.map(({ name }) => name);
      const onProgress = (step: string, share?: number) => bar.show(`${file}: ${step}`, share);
      const options = { model, lead, reading, out, taken, onProgress };
      done.push(await annotateFile(file, options));
      bar.clear();
      if (!json) console.log(describe(done.at(-1)!));
    } catch (error) {
      bar.clear();
      console.error((error as Error).message); // the other files may be fine
      Deno.exitCode = 1;
    }
  }
  if (json) console.log(JSON.stringify(done, null, 2));
}

/** Summarizes the results in one line. */
export function describe(
  { page, beats, classes, uncertain }: Pick<
    AnnotatedFile,
    "page" | "beats" | "classes" | "uncertain"
  >,
): string {
  const counts = classes.map((one) => `${one.letter} ${one.beats.toLocaleString("en")}`);
  const found = beats === 0
    ? "no beats found"
    : `${beats.toLocaleString("en")} beats, ${counts.join(", ")}; ${uncertain} uncertain`;
  return `${page}: ${found}`;
}
