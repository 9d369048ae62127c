/**
 * The one door for notebooks and scripts: each public room as a namespace of short names.
 * `import { beats, figures, models, training } from "ecg-beats";` loads nothing heavy: TensorFlow.js,
 * Plotly and the rest are loaded by the first function that needs them.
 *
 * @example
 * ```ts
 * import { beats, metrics, records } from "ecg-beats";
 *
 * const patient = records.syntheticPatients[0]!;
 * const cut = beats.segment(records.synthesize(patient, { duration: 60 }));
 * const confusion = metrics.confusionMatrix([0, 2, 2], [0, 2, 1], beats.classes.length);
 * console.log(cut.length, metrics.report(confusion).accuracy);
 * ```
 *
 * @module
 */

// The line from records to scores.
export * as records from "./doors/records.ts";
export * as beats from "./doors/beats.ts";
export * as models from "./doors/models.ts";
export * as training from "./doors/training.ts";
export * as evaluation from "./doors/evaluation.ts";
export * as figures from "./doors/figures.ts";

// The line from one's own recording to labelled beats.
export * as recordings from "./doors/recordings.ts";
export * as annotation from "./doors/annotation.ts";

// What the line is driven with, and what stands beside it.
export * as sweeps from "./doors/sweeps.ts";
export * as wandb from "./doors/wandb.ts";
export * as peaks from "./doors/peaks.ts";

// Small things that every script needs.
export * as metrics from "./doors/metrics.ts";
export * as random from "./doors/random.ts";
export * as tensorflow from "./doors/tensorflow.ts";

// What a notebook's cell shows; two names are so common that they have no namespace before them.
export * as notebook from "./doors/notebook.ts";
export { help, show } from "lib/notebook/mod.ts";
