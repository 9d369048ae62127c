import { kerasObject, type ValueFormat } from "./value_format.ts";

/** A penalty on weights, or null. */
export const regularizer: ValueFormat = {
  wanted: "null or one of L1, L2, L1L2",
  read(value) {
    if (value === null) return null;
    const { class_name: className, config } = (value ?? {}) as Record<string, unknown>;
    const { l1 = 0, l2 = 0 } = (config ?? {}) as Record<string, unknown>;
    const known = ["L1", "L2", "L1L2"].includes(className as string);
    return known && [l1, l2].every(Number.isFinite)
      ? { className: "L1L2", config: { l1, l2 } }
      : undefined;
  },
  write(value) {
    if (value == null) return null;
    const { l1, l2 } = (value as { config: { l1: number; l2: number } }).config;
    const name = l1 === 0 ? "L2" : l2 === 0 ? "L1" : "L1L2";
    const config = { L1: { l1 }, L2: { l2 }, L1L2: { l1, l2 } }[name]!;
    return kerasObject(name, config, "keras.regularizers");
  },
};
