import assert from "node:assert/strict";
import { join } from "node:path";
import { annotateRecording, beatAnnotations, summarizeBeats } from "lib/annotation/mod.ts";
import { lacksFrequency, readRecording } from "lib/recordings/mod.ts";
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
  const opened = await annotator.read({ leadIndex: 1 });
  assert.equal(opened.leadIndex, 1);
  assert.equal(annotator.annotate().notes[0], 'Lead "V1", as asked.');
});

Deno.test("an annotator labels the second of two leads of one name", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  annotator.open(files);
  const { strip: second } = await annotator.read({ leadIndex: 1 });
  annotator.open(files.map(({ name, bytes }) => {
    if (!name.endsWith(".hea")) return { name, bytes };
    const header = new TextDecoder().decode(bytes).replace(/V1$/m, "MLII");
    return { name, bytes: new TextEncoder().encode(header) };
  }));
  const opened = await annotator.read({ leadIndex: 1 });
  assert.deepEqual([opened.leads, opened.leadIndex], [["MLII", "MLII"], 1]);
  assert.deepEqual(opened.strip, second);
  assert.equal(annotator.annotate().notes[0], 'Lead "MLII", as asked.');
});

const rows = Array.from({ length: 3000 }, (_, i) => (Math.sin(i / 9) / 2).toFixed(3));
const table = { name: "a.csv", bytes: new TextEncoder().encode(["mV", ...rows].join("\n")) };
const broken = { name: "broken.edf", bytes: new TextEncoder().encode("0       no more") };

Deno.test("an annotator reads the recording last asked for with the rate that is given for it", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  annotator.open([...files, table]);
  const error = await annotator.read({ recording: "a.csv" }).catch((error) => error);
  assert.ok(lacksFrequency(error));
  const opened = await annotator.read({ frequency: 250 });
  assert.deepEqual([opened.recording, opened.frequency], ["a.csv", 250]);
});

Deno.test("an annotator keeps the recording that is shown until another has been read", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  annotator.open([...files, broken], { isSynthetic: true });
  const { isSynthetic } = await annotator.read();
  assert.equal(isSynthetic, true);
  const { beats } = annotator.annotate();
  const explanation = annotator.explain(2)!;
  await assert.rejects(annotator.read({ recording: "broken.edf" }), /^Error: Cannot read "broken/);
  assert.deepEqual(annotator.explain(2), explanation);
  assert.equal(annotator.explain(beats.length), undefined);
  annotator.open([broken]);
  await assert.rejects(annotator.read(), /^Error: Cannot read "broken/);
  assert.deepEqual(annotator.explain(2), explanation);
  annotator.open(files);
  assert.equal((await annotator.read()).isSynthetic, false);
  assert.equal(annotator.explain(2), undefined); // its beats are not found yet
});

Deno.test("an annotator lists recordings of which the first cannot be read", async () => {
  const { model, doubt } = await carriedModel();
  const annotator = createAnnotator(model, { doubt, causal: false });
  const [first, second] = annotator.open([broken, table]);
  assert.deepEqual([first, second], ["broken.edf", "a.csv"]);
  await assert.rejects(annotator.read(), /^Error: Cannot read "broken/);
  const opened = await annotator.read({ recording: second!, frequency: 250 });
  assert.equal(opened.name, "a");
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
