import { asList, asObject, type Json } from "../json.ts";
import { legacyConfig } from "./legacy_config.ts";

/**
 * The description of a model of Keras 2 as Keras 3 writes it.
 *
 * @throws {Mismatch} when it is no description.
 */
export function describeLegacy(description: unknown): Json {
  const { class_name: kind, config, ...others } = asObject(description, "model_config");
  const stated = Array.isArray(config)
    ? { name: "sequential", layers: config }
    : asObject(config, "the model's configuration");
  const entries = asList(stated.layers, "the layers of the model").map((entry) =>
    asObject(entry, "a layer")
  );
  const models = new Set(entries.filter(isModel).map(nameOf));
  const layers = entries.map((entry) => describeEntry(entry, models));
  if (kind === "Sequential") {
    const input = inputBefore(entries[0]);
    return {
      ...others,
      class_name: kind,
      config: { ...stated, layers: input ? [input, ...layers] : layers },
    };
  }
  return {
    ...others,
    class_name: kind === "Model" ? "Functional" : kind,
    config: {
      ...stated,
      layers,
      input_layers: references(stated.input_layers),
      // As it is in references to outputs, where a call of a model counts from 1 in both; see readGraph.
      output_layers: references(stated.output_layers),
    },
  };
}

function describeEntry(entry: Json, models: Set<unknown>): Json {
  const calls = asList(entry.inbound_nodes ?? [], "the calls of a layer").map((call) =>
    describeCall(call, models)
  );
  if (isModel(entry)) {
    return { ...describeLegacy(entry), name: nameOf(entry), inbound_nodes: calls };
  }
  const className = String(entry.class_name);
  const config = legacyConfig(
    className,
    asObject(entry.config, `the configuration of ${className}`),
  );
  return { ...entry, module: "keras.layers", config, inbound_nodes: calls };
}

/** A call: a list of [layer, call, output, what it is told]. */
function describeCall(call: unknown, models: Set<unknown>): Json {
  if (typeof call === "object" && call !== null && "args" in call) return call as Json;
  const inputs = asList(call, "a call").map((input) => asList(input, "an input of a call"));
  const tensor = ([name, index, output]: unknown[]) => ({
    class_name: "__keras_tensor__",
    // A model's own making counts as its first call.
    config: { keras_history: [name, models.has(name) ? Number(index) - 1 : index, output] },
  });
  const tensors = inputs.map(tensor);
  const told = asObject(inputs[0]?.[3] ?? {}, "what a call is told");
  const kwargs = Object.fromEntries(
    Object.entries(told).map(([key, value]) => [key, isReference(value) ? tensor(value) : value]),
  );
  return { args: [tensors.length === 1 ? tensors[0] : tensors], kwargs };
}

function isReference(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length >= 3 && typeof value[0] === "string";
}

function isModel({ class_name: className }: Json): boolean {
  return ["Functional", "Sequential", "Model"].includes(className as string);
}

function nameOf({ name, config }: Json): unknown {
  return name ?? (config as Json | undefined)?.name;
}

function references(value: unknown): unknown[] {
  const list = asList(value, "the ends of the model");
  return typeof list[0] === "string" ? [list] : list;
}

/** The input of a chain whose first layer says what goes in; nothing where it has one. */
function inputBefore(first: Json | undefined): Json | undefined {
  const shape = (first?.config as Json | undefined)?.batch_input_shape;
  if (!first || !shape || first.class_name === "InputLayer") return undefined;
  const config = {
    batch_shape: shape,
    dtype: "float32",
    sparse: false,
    name: `${nameOf(first)}_input`,
  };
  return { module: "keras.layers", class_name: "InputLayer", config };
}
