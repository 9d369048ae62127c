import * as tf from "@tensorflow/tfjs";

/** What TensorFlow.js writes of an initializer, a regularizer or an activation: {className, config} or a name. */
export type Serialized = { className: string; config?: tf.serialization.ConfigDict } | string;

/**
 * The object that TensorFlow.js wrote; `undefined` for none. Its own reader of them is not public.
 *
 * @throws {Error} when TensorFlow.js has no such object.
 */
export function deserialize<Made>(written: Serialized | null | undefined): Made | undefined {
  if (written == null) return undefined;
  const { className, config = {} } = typeof written === "string" ? { className: written } : written;
  const known = tf.serialization.SerializationMap.getMap().classNameMap[className];
  if (!known) throw new Error(`Cannot make "${className}": TensorFlow.js has no such class`);
  const [type, fromConfig] = known;
  return fromConfig(type, config) as Made;
}

/** The class of a layer that TensorFlow.js makes by a function alone. */
export function classOf(
  layer: tf.layers.Layer,
): new (config: never) => tf.layers.Layer {
  return layer.constructor as new (config: never) => tf.layers.Layer;
}
