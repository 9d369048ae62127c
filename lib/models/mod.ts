export * from "./build_cnn.ts";
export * from "./build_rnn.ts";
export * from "./families.ts";
export * from "./gather_batch.ts";
export { readKeras } from "./keras/read_keras.ts";
export { writeKeras } from "./keras/write_keras.ts";
export * from "./model_files.ts";
export type { ModelSetting } from "./model_input.ts";
export * from "./predict.ts";
