// Run by stop_signal_test.ts, which interrupts it: `deno test` keeps interrupts to itself.
import { showProgress, stopSignal } from "lib/notebook/mod.ts";
import { batchEvent } from "./training_events.ts";

await showProgress(async ({ onEvent, signal }) => {
  onEvent(batchEvent(1, 3));
  console.log("interrupt me");
  while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
});
console.log(`the next signal is ${stopSignal().aborted ? "aborted" : "fresh"}`);
