export * from "./build_cnn.ts";
export * from "./build_rnn.ts";
export * from "./families.ts";
export * from "./gather_batch.ts";
export * from "./model_files.ts";
export type { ModelSetting } from "./model_input.ts";
export * from "./predict.ts";
