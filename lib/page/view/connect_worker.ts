/// <reference lib="dom" />
import type { Reply, Request } from "../messages.ts";
import { bytesOf, takeStored } from "./element.ts";
import type { PageFacts } from "./page_facts.ts";

/** Starts the page's worker with the model; returns what sends it requests. */
export function connectWorker(
  { model }: PageFacts,
  onReply: (reply: Reply) => void,
): (request: Request) => void {
  const script = new Blob([takeStored("worker")], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = ({ message }) => onReply({ kind: "failed", message });
  const [weights, wasm] = [bytesOf(takeStored("weights")), bytesOf(takeStored("wasm"))];
  worker.postMessage({ kind: "start", model, weights, wasm } satisfies Request);
  return (request) => worker.postMessage(request);
}
