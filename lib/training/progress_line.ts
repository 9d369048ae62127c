import type { TrainingEvent } from "./train_model.ts";

/** Of a model that is to give back its input, accuracy is the share of the variance that it explains. */
const accuracyName = ({ target }: { target?: "input" }) =>
  target === "input" ? "explained share" : "accuracy";

/**
 * Tells a training's events as text: `epoch 3/20 batch 120/616 loss 0.0712 accuracy 0.9791 14 s left`.
 *
 * @returns a function from an event to its line; it remembers when the epoch began.
 */
export function progressLine(
  now: () => number = () => performance.now(),
): (event: TrainingEvent) => string {
  let epoch = 0;
  let start = now();
  return (event: TrainingEvent): string => {
    if (event.type === "epoch") {
      const { record, epochs } = event;
      epoch = 0;
      const accuracy = accuracyName(record);
      const macroF1 = record.target === "input" ? "" : `macro-F1 ${record.valMacroF1.toFixed(4)} `;
      return `epoch ${record.epoch}/${epochs} loss ${record.loss.toFixed(4)} ${accuracy} ` +
        `${record.accuracy.toFixed(4)} validation: loss ${record.valLoss.toFixed(4)} ${accuracy} ` +
        `${record.valAccuracy.toFixed(4)} ${macroF1}(${record.seconds.toFixed(1)} s)`;
    }
    if (event.epoch !== epoch) {
      epoch = event.epoch;
      start = now();
    }
    const left = (now() - start) / 1000 * (event.batches / event.batch - 1);
    return `epoch ${event.epoch}/${event.epochs} batch ${event.batch}/${event.batches} loss ` +
      `${event.loss.toFixed(4)} ${accuracyName(event)} ${event.accuracy.toFixed(4)} ${
        Math.ceil(left)
      } s left`;
  };
}
