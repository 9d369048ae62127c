export * from "./adam.ts";
export * from "./apply_in_parts.ts";
export * from "./backend.ts";
export * from "./capture.ts";
export * from "./logits.ts";
export * from "./start_backend.ts";
export { softmaxCrossEntropy } from "./fused/softmax_cross_entropy.ts";
