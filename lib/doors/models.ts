/**
 * Models: networks by configuration, prediction, and model files.
 *
 * @module
 */

// Networks and the defaults of their configurations.
export { buildCnn as cnn, type CnnConfig, cnnDefaults } from "lib/models/mod.ts";
export { buildRnn as rnn, type RnnConfig, rnnDefaults } from "lib/models/mod.ts";
export {
  type AutoencoderConfig,
  autoencoderDefaults,
  buildAutoencoder as autoencoder,
} from "lib/models/mod.ts";
export type { ConvolutionConfig, InputConfig, ModelSetting as Setting } from "lib/models/mod.ts";

// Networks by the name of their family.
export {
  type FamilyConfig,
  type FamilyName,
  modelChoices as choices,
  modelFamilies as families,
} from "lib/models/mod.ts";

// Prediction.
export {
  compilePredictor,
  type PredictOptions,
  type Predictor,
  predictProbabilities as predict,
  type RowInputs,
} from "lib/models/mod.ts";

// Files: TensorFlow.js's (load, save) and Keras's.
export {
  type Int8Options,
  loadModel as load,
  readKeras,
  saveModel as save,
  writeKeras,
  writeOnnx,
  type WriteOnnxOptions,
} from "lib/models/mod.ts";
