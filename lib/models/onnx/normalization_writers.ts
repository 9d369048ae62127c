import { Mismatch } from "../keras/mismatch.ts";
import {
  described,
  lastly,
  type LayerCall,
  type LayerWriter,
  onlyInput,
  type StoredWeight,
} from "./layer_call.ts";

/** Values scaled and moved by the mean and the variance that training left. */
export const writeBatchNormalization: LayerWriter = (call) => {
  const { graph, config } = call;
  const input = onlyInput(call);
  const rank = input.shape.length;
  requireLastAxis(call, rank);
  if (rank > 3) throw new Mismatch(`rows or sequences at ${described(call.layer)}`, input.shape);
  const { scale, offset, rest: [mean, variance] } = scaleAndOffset(call);
  const inputs = [rank === 3 ? graph.channelsFirst(input) : input.name, scale, offset];
  inputs.push(graph.store("mean", mean!.shape, mean!.values));
  inputs.push(graph.store("variance", variance!.shape, variance!.values));
  const name = graph.add("BatchNormalization", inputs, {
    epsilon: { float: config.epsilon as number },
  });
  return { name, channelsFirst: rank === 3 };
};

/** Values scaled and moved by their own mean and variance along the features. */
export const writeLayerNormalization: LayerWriter = (call) => {
  const { graph, config } = call;
  const input = onlyInput(call);
  requireLastAxis(call, input.shape.length);
  const { scale, offset } = scaleAndOffset(call);
  const inputs = [graph.channelsLast(input), scale, offset];
  const epsilon = { float: config.epsilon as number };
  return lastly(graph.add("LayerNormalization", inputs, { axis: -1, epsilon }));
};

function requireLastAxis({ config, layer }: LayerCall, rank: number): void {
  const [axis, ...more] = [config.axis].flat() as number[];
  if (more.length === 0 && (axis === -1 || axis === rank - 1)) return;
  throw new Mismatch(`the last axis as axis of ${described(layer)}`, config.axis);
}

/** Names of gamma and beta, 1 and 0 where the layer has none, and the weights after them. */
function scaleAndOffset({ graph, layer, config, shape, weights }: LayerCall) {
  const rest: StoredWeight[] = weights(layer);
  const features = shape.at(-1)!;
  const take = (name: string, held: unknown, absent: number) => {
    const values = held ? rest.shift()!.values : new Float32Array(features).fill(absent);
    return graph.store(name, [features], values);
  };
  const scale = take("gamma", config.scale, 1);
  const offset = take("beta", config.center, 0);
  return { scale, offset, rest };
}
