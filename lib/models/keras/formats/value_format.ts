/** How a value of a layer's configuration is said by Keras and by TensorFlow.js. */
export interface ValueFormat {
  /** What Keras may say, in words. */
  wanted: string;
  /** TensorFlow.js's value for Keras's; undefined where it has none. */
  read(value: unknown): unknown;
  /** Keras's value for TensorFlow.js's; undefined where it has none. */
  write(value: unknown): unknown;
}

const LARGEST = 2 ** 31 - 1;

export const text = same(
  "a name",
  (value) => typeof value === "string" && value !== "" && value.length < 256,
);

const isBoolean = (value: unknown) => typeof value === "boolean";

export const boolean: ValueFormat = {
  ...same("true or false", isBoolean),
  // An LSTM of TensorFlow.js that was not told of a unit forget bias says nothing, and has none.
  write: (value = false) => isBoolean(value) ? value : undefined,
};

export const number = same("a number", Number.isFinite);

const isLimit = (value: unknown) => value === null || Number.isFinite(value);

export const limit: ValueFormat = {
  ...same("a number or null", isLimit),
  write: (value = null) => isLimit(value) ? value : undefined,
};

export const integer = same("an integer", isInteger);

export const lastAxis = same("-1", (value) => value === -1);

const integers = same("a list of integers", (value) => isList(value, isInteger));

/** A shape in which -1, which TensorFlow.js makes null, stands for the length that is left over. */
export const targetShape: ValueFormat = {
  ...integers,
  write: (value) =>
    integers.write(Array.isArray(value) ? value.map((length) => length ?? -1) : value),
};

const isAxes = (value: unknown) => value === null || isList(value, isInteger);

export const axes: ValueFormat = {
  ...same("null or a list of integers", isAxes),
  write: (value = null) => isAxes(value) ? value : undefined,
};

export const integerOrIntegers = same(
  "an integer or a list of integers",
  (value) => isInteger(value) || isList(value, isInteger),
);

export const count = same("a positive integer", isCount);

export const counts = same("a list of positive integers", (value) => isList(value, isCount));

/** As Keras writes what goes along one axis. */
export const oneCount = same(
  "a list of one positive integer",
  (value) => isList(value, isCount) && (value as unknown[]).length === 1,
);

/** The distance of a filter's values where they lie beside each other. */
export const undilated = same("[1]", (value) => JSON.stringify(value) === "[1]");

export const batchShape = same(
  "a shape of positive integers, null for the rows",
  (value) => isList(value, (length) => length === null || isCount(length)),
);

const isPair = (value: unknown) =>
  Array.isArray(value) && value.length === 2 &&
  value.every((item) => isInteger(item) && item >= 0);

/** What is added or left out at the start and at the end. */
export const ends = same("two integers from 0", isPair);

/** Anything that JSON holds: what reads it checks it. */
export const anything = same("anything", (value) => value !== undefined);

/** One of a few words, the same for both. */
export function word(...words: string[]): ValueFormat {
  return same(`one of ${words.join(", ")}`, (value) => words.includes(value as string));
}

/** The order of axes, of which only the default is translated. */
export const channelsLast: ValueFormat = {
  wanted: '"channels_last"',
  read: (value) => value === "channels_last" ? "channelsLast" : undefined,
  write: (value) => value == null || value === "channelsLast" ? "channels_last" : undefined,
};

/** Only null: TensorFlow.js may have more, but it is not translated. */
export const nothing: ValueFormat = {
  wanted: "null",
  read: (value) => value === null ? null : undefined,
  write: (value) => value == null ? null : undefined,
};

const computedInFloat32 = ["float32", "mixed_float16", "mixed_bfloat16"];

/** The type of a layer's numbers: its weights are float32, and it computes in it, also where Keras would in half of it. */
export const float32: ValueFormat = {
  wanted: `one of the types ${computedInFloat32.join(", ")}`,
  read(value) {
    const policy = value as { class_name?: unknown; config?: { name?: unknown } | null } | null;
    const name = policy?.class_name === "DTypePolicy" ? policy.config?.name : policy;
    return computedInFloat32.includes(name as string) ? "float32" : undefined;
  },
  write: (value) =>
    value == null || value === "float32"
      ? kerasObject("DTypePolicy", { name: "float32" })
      : undefined,
};

/** An object of Keras, as its files hold it. */
export function kerasObject(className: string, config: object, module = "keras") {
  return {
    module,
    class_name: className,
    config,
    registered_name: null as string | null,
  };
}

function same(wanted: string, holds: (value: unknown) => boolean): ValueFormat {
  const check = (value: unknown) => holds(value) ? value : undefined;
  return { wanted, read: check, write: check };
}

function isInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= LARGEST;
}

function isCount(value: unknown): boolean {
  return isInteger(value) && (value as number) > 0;
}

function isList(value: unknown, holds: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 8 && value.every(holds);
}
