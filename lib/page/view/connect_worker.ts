/// <reference lib="dom" />
import type { Reply, Request } from "../messages.ts";
import { takeStored } from "./element.ts";
import type { PageFacts } from "./page_facts.ts";

/** Starts the page's worker with the model; returns what sends it requests, which wait until it is there. */
export function connectWorker(
  facts: PageFacts,
  onReply: (reply: Reply) => void,
): (request: Request) => void {
  const started = startWorker(facts, onReply);
  started.catch(({ message }) => onReply({ kind: "failed", message }));
  return (request) => {
    started.then((worker) => worker.postMessage(request), () => {}); // why it did not start is said
  };
}

async function startWorker(
  { model }: PageFacts,
  onReply: (reply: Reply) => void,
): Promise<Worker> {
  const script = new Blob([await takeStored("worker")], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(script));
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = ({ message }) => onReply({ kind: "failed", message });
  const [weights, wasm] = [await takeStored("weights"), await takeStored("wasm")];
  worker.postMessage({ kind: "start", model, weights, wasm } satisfies Request);
  return worker;
}
