// The page's worker: it gets files and gives labelled beats, so that the page itself is never busy.
import { parseModel } from "lib/models/mod.ts";
import { lacksFrequency } from "lib/recordings/mod.ts";
import { startWasmFrom } from "lib/tensorflow/mod.ts";
import type { Reply, Request } from "../messages.ts";
import { type Annotator, createAnnotator } from "./create_annotator.ts";

let annotator: Promise<Annotator> | undefined;
/** One request after the other. */
let last: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(data)).catch((error) => {
    const message = error instanceof Error ? error.message : String(error);
    reply({
      kind: "failed",
      message,
      request: data.kind,
      lacksFrequency: lacksFrequency(error),
    });
  });
};

async function answer(request: Request): Promise<void> {
  if (request.kind === "start") {
    annotator = start(request);
    await annotator;
    return reply({ kind: "ready" });
  }
  const { open, read, annotate, explain } = await annotator!;
  if (request.kind === "explain") {
    const explanation = explain(request.beat);
    return explanation && reply({ kind: "explained", explanation });
  }
  if (request.kind === "open") reply({ kind: "listed", recordings: open(request.files, request) });
  reply({ kind: "progress", step: "Reading the recording" });
  const opened = await read(request.kind === "annotate" ? request : {});
  reply({ kind: "opened", opened });
  reply({ kind: "progress", step: "Finding and labelling the beats" });
  const onProgress = (share: number) =>
    reply({ kind: "progress", step: "Labelling the beats", share });
  reply({ kind: "annotated", annotated: annotate(onProgress) });
}

async function start(
  { model, weights, wasm }: Request & { kind: "start" },
): Promise<Annotator> {
  await startWasmFrom(wasm);
  return createAnnotator(await parseModel(model.description, weights), model);
}

function reply(message: Reply): void {
  self.postMessage(message);
}
