import assert from "node:assert/strict";
import { join } from "node:path";
import { annotateRecording, beatAnnotations, summarizeBeats } from "lib/annotation/mod.ts";
import { readRecording } from "lib/recordings/mod.ts";
import { encodeAnnotations } from "lib/wfdb/mod.ts";
import { createAnnotator } from "lib/page/worker/create_annotator.ts";
import { sampleFiles } from "lib/page/sample_files.ts";
import { carriedModel } from "./carried_model.ts";

const files = sampleFiles().map(({ name, base64 }) => ({
  name,
  bytes: Uint8Array.fromBase64(base64),
}));

Deno.test("an annotator gives the bytes, the counts and the notes of a recording that is read from disk", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  assert.deepEqual(annotator.open(files), ["synthetic.hea"]);
  const opened = await annotator.read();
  assert.deepEqual([opened.name, opened.leads, opened.leadIndex], ["synthetic", ["MLII", "V1"], 0]);
  const shares: number[] = [];
  const { annotations, summary, notes, csv, beats } = annotator.annotate((share) => {
    shares.push(share);
  });
  assert.deepEqual(shares, [1]);

  const folder = await Deno.makeTempDir();
  for (const { name, bytes } of files) await Deno.writeFile(join(folder, name), bytes);
  const recording = await readRecording(join(folder, "synthetic.hea"));
  await Deno.remove(folder, { recursive: true });
  const wanted = annotateRecording(recording, { model, doubt, causal: false });
  assert.deepEqual(annotations, encodeAnnotations(beatAnnotations(wanted)));
  assert.deepEqual(summary, summarizeBeats(wanted));
  assert.deepEqual(notes, wanted.notes);
  assert.equal(csv.trimEnd().split("\n").length, 1 + beats.length);
});

Deno.test("an annotator labels another lead of the recording that it has read", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  annotator.open(files);
  await annotator.read();
  const opened = await annotator.read({ lead: "V1" });
  assert.equal(opened.leadIndex, 1);
  assert.equal(annotator.annotate().notes[0], 'Lead "V1", as asked.');
});

Deno.test("the synthetic recording says that it is synthetic and has beats of several classes", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  annotator.open(files);
  await annotator.read();
  const { summary } = annotator.annotate();
  assert.ok(summary.classes.filter(({ beats }) => beats > 0).length >= 3);
  assert.match(
    new TextDecoder().decode(files.find(({ name }) => name.endsWith(".hea"))!.bytes),
    /# ?Synthetic record of no patient/,
  );
});
