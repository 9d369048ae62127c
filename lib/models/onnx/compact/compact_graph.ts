import type * as tf from "@tensorflow/tfjs";
import type { BuiltGraph } from "../build_graph.ts";
import type { Int8Options } from "../write_onnx.ts";
import { foldRescaling } from "./fold_rescaling.ts";
import { quantizeGraph } from "./quantize_graph.ts";
import { valueRanges } from "./value_ranges.ts";

/** Folds rescaling in the graph of a folded model, and quantizes it where that is wanted. */
export function compactGraph(
  built: BuiltGraph,
  { model, int8 }: { model: tf.LayersModel; int8?: Int8Options },
): void {
  foldRescaling(built);
  if (!int8) return;
  const { graph, symbols } = built;
  const ranges = int8.valuesBy && valueRanges(model, int8.valuesBy, { symbols });
  quantizeGraph(graph, { ranges });
}
