import { kerasObject, type ValueFormat } from "./value_format.ts";

/**
 * How a layer's weights began. A model that is read has its weights already: it is kept for those who look it up or
 * begin again.
 */
export const initializer: ValueFormat = {
  wanted: "an initializer that TensorFlow.js has",
  read(value) {
    const { class_name: kerasName, config } = (value ?? {}) as Record<string, unknown>;
    const className = namesWhenRead.get(kerasName as string) ?? kerasName as string;
    return knownConfig(className, config, undefined);
  },
  write(value) {
    const { className, config } = (value ?? {}) as Record<string, unknown>;
    const name = className === "VarianceScaling" ? scalingName(config) : className;
    const known = knownConfig(name as string, config, null);
    return known && kerasObject(known.className, known.config, "keras.initializers");
  },
};

/** The numbers that each initializer of both has. */
const initializers = new Map<string, string[]>(Object.entries({
  Zeros: [],
  Ones: [],
  Constant: ["value"],
  RandomNormal: ["mean", "stddev", "seed"],
  RandomUniform: ["minval", "maxval", "seed"],
  TruncatedNormal: ["mean", "stddev", "seed"],
  GlorotUniform: ["seed"],
  GlorotNormal: ["seed"],
  HeUniform: ["seed"],
  HeNormal: ["seed"],
  LeCunUniform: ["seed"],
  LeCunNormal: ["seed"],
  Orthogonal: ["gain", "seed"],
}));

const namesWhenRead = new Map(Object.entries({
  OrthogonalInitializer: "Orthogonal",
  LecunUniform: "LeCunUniform",
  LecunNormal: "LeCunNormal",
}));

function knownConfig(className: string, config: unknown, absent: null | undefined) {
  const keys = initializers.get(className);
  if (!keys || typeof config !== "object") return undefined;
  const stated = (config ?? {}) as Record<string, unknown>;
  const number = (key: string) => typeof stated[key] === "number" ? stated[key] : absent;
  return { className, config: Object.fromEntries(keys.map((key) => [key, number(key)])) };
}

/** TensorFlow.js writes six initializers as what they have in common: which of them it was. */
function scalingName(config: unknown): string | undefined {
  const { scale, mode, distribution } = config as Record<string, unknown>;
  const name = scalings.get(`${scale} ${mode}`);
  const kind = new Map([["uniform", "Uniform"], ["normal", "Normal"]]).get(distribution as string);
  return name && kind && name + kind;
}

const scalings = new Map([["1 fanAvg", "Glorot"], ["2 fanIn", "He"], ["1 fanIn", "LeCun"]]);
