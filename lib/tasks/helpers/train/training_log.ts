import { progressLine, type TrainingEvent } from "lib/training/mod.ts";
import type { Run } from "lib/wandb/mod.ts";

/** `val_macro_f1_late` is the mean over so many epochs, the last ones: one epoch's score jumps about. */
const lateEpochs = 3;

/**
 * Where a training's events go: to the terminal, one line an epoch and one that is written over and over for
 * the batches, and to a W&B run, if there is one, by epoch.
 */
export function trainingLog({ quiet, run }: { quiet: boolean; run?: Run }) {
  const line = progressLine();
  const terminal = Deno.stdout.isTerminal();
  let scores: number[] = [];
  const write = (text: string) => Deno.stdout.writeSync(new TextEncoder().encode(text));
  return (event: TrainingEvent): void => {
    const text = line(event);
    if (!quiet && terminal) write(`\r\x1b[K${text}${event.type === "epoch" ? "\n" : ""}`);
    else if (!quiet && event.type === "epoch") console.log(text);
    if (!run || event.type === "batch") return;
    const { epoch, loss, accuracy, valLoss, valAccuracy, valMacroF1, learningRate } = event.record;
    const { target, valTemperedLoss } = event.record;
    run.console(`${text}\n`);
    if (target === "input") {
      run.log({
        epoch,
        loss,
        explained: accuracy,
        val_loss: valLoss,
        val_explained: valAccuracy,
        learning_rate: learningRate,
      });
      return;
    }
    scores = [...scores, valMacroF1].slice(-lateEpochs);
    run.log({
      epoch,
      loss,
      accuracy,
      val_loss: valLoss,
      val_accuracy: valAccuracy,
      val_macro_f1: valMacroF1,
      val_macro_f1_late: scores.reduce((sum, score) => sum + score) / scores.length,
      ...(valTemperedLoss === undefined ? {} : { val_tempered_loss: valTemperedLoss }),
      learning_rate: learningRate,
    });
  };
}
