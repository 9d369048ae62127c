import type * as tf from "@tensorflow/tfjs";
import type { RowInputs } from "../../gather_batch.ts";
import type { BuiltGraph } from "../build_graph.ts";
import { foldRescaling } from "./fold_rescaling.ts";
import { quantizeGraph } from "./quantize_graph.ts";
import { valueRanges } from "./value_ranges.ts";

/** Folds rescaling in the graph of a folded model, and quantizes it by the ranges of its values for rows, if given. */
export function compactGraph(
  { graph, symbols }: BuiltGraph,
  { model, quantizedBy }: { model: tf.LayersModel; quantizedBy?: RowInputs },
): void {
  foldRescaling(graph);
  const ranges = quantizedBy && valueRanges(model, quantizedBy, { symbols });
  if (ranges || Deno.env.get("W")) {
    quantizeGraph(graph, {
      ranges: Deno.env.get("W") ? undefined : ranges,
      largest: Number(Deno.env.get("L") ?? 127),
    });
  }
}
