/**
 * Networks, their configurations and their files.
 *
 * @module
 */

// Networks by configuration.
export {
  type AutoencoderConfig,
  autoencoderDefaults,
  buildAutoencoder,
  codeLayer,
} from "./build_autoencoder.ts";
export { buildCnn, type CnnConfig, cnnDefaults } from "./build_cnn.ts";
export { buildRnn, type RnnConfig, rnnDefaults } from "./build_rnn.ts";
export type { InputConfig, ModelSetting } from "./model_input.ts";
export type { ConvolutionConfig } from "./convolution_blocks.ts";

// Families of networks by name, for recipes and command lines.
export { type FamilyConfig, type FamilyName, modelChoices, modelFamilies } from "./families.ts";

// Prediction.
export {
  compilePredictor,
  type PredictOptions,
  type Predictor,
  predictProbabilities,
} from "./predict.ts";
export type { RowInputs } from "./gather_batch.ts";

// Batches of rows, for the training.
export { type ChangeRows, gatherBatch } from "./gather_batch.ts";

// What a model is to give that gives back its inputs.
export { gatherTargets, inverseVariances, type RowTargets, rowTargets } from "./row_targets.ts";

// Files: TensorFlow.js's, Keras's and ONNX's.
export { loadModel, parseModel, saveModel } from "./model_files.ts";
export { isKerasFile, openModel } from "./open_model.ts";
export { readKeras } from "./keras/read_keras.ts";
export { writeKeras } from "./keras/write_keras.ts";
export { type Int8Options, writeOnnx, type WriteOnnxOptions } from "./onnx/write_onnx.ts";
