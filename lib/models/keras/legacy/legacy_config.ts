import type { Json } from "../json.ts";

/** Keys of Keras 2 that say nothing of what is computed, or what Keras 3 has no more. */
const dropped = ["time_major", "implementation", "query_shape", "key_shape", "value_shape"];

/** A layer's configuration of Keras 2 as Keras 3 writes it. */
export function legacyConfig(className: string, config: Json): Json {
  const kept = Object.fromEntries(
    Object.entries(config).filter(([key, value]) =>
      !dropped.includes(key) || (key === "time_major" && value === true)
    ),
  );
  const { batch_input_shape: shape, ...others } = kept;
  const dtype = policyName(others.dtype);
  const own = { ...others, ...(dtype !== undefined && { dtype }) };
  return changes.get(className)?.(own, shape) ?? own;
}

/** What is not the same in both, by the class of the layer. */
const changes = new Map<string, (config: Json, shape: unknown) => Json>(Object.entries({
  InputLayer: (config: Json, shape: unknown) => ({ batch_shape: shape, ...config }),
  LeakyReLU: ({ alpha, ...config }: Json) => ({ negative_slope: alpha, ...config }),
  BatchNormalization: (config: Json) => ({ ...config, axis: [config.axis].flat()[0] }),
  SeparableConv1D: withoutKernel,
  DepthwiseConv1D: withoutKernel,
  Conv1DTranspose: ({ groups: _groups, ...config }: Json) => config,
  TimeDistributed: (config: Json) => ({ ...config, layer: inner(config.layer) }),
  Bidirectional: (config: Json) => {
    const layer = inner(config.layer);
    const { name, go_backwards: backwards } = layer.config as Json;
    const mirrored = {
      ...layer.config as Json,
      name: `backward_${name}`,
      go_backwards: !backwards,
    };
    return { ...config, layer, backward_layer: { ...layer, config: mirrored } };
  },
}));

/** These have kernels of other names; the groups of the plain convolution are left from where Keras 2 made them. */
function withoutKernel(config: Json): Json {
  const others = ["groups", "kernel_initializer", "kernel_regularizer", "kernel_constraint"];
  const separable = ({ filters: _filters, ...rest }: Json) => rest;
  const own = Object.fromEntries(Object.entries(config).filter(([key]) => !others.includes(key)));
  return "pointwise_initializer" in own ? own : separable(own);
}

function inner(layer: unknown): Json {
  const { class_name: className, config } = layer as { class_name: string; config: Json };
  return { module: "keras.layers", class_name: className, config: legacyConfig(className, config) };
}

function policyName(dtype: unknown): unknown {
  const policy = dtype as { class_name?: unknown; config?: { name?: unknown } } | null | undefined;
  return policy?.class_name === "Policy" ? policy.config?.name : dtype;
}
