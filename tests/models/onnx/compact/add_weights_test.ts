import assert from "node:assert/strict";
import { addWeights } from "../../../../lib/models/onnx/compact/add_weights.ts";
import { OnnxGraph } from "../../../../lib/models/onnx/onnx_graph.ts";

Deno.test("addWeights() keeps a bias beside which the weights are next to nothing", () => {
  for (const weight of [1, 1e-6, 1e-12, 1e-30, 0]) {
    const graph = new OnnxGraph();
    const kernel = graph.store("kernel", [2, 1, 1], Float32Array.of(1, weight));
    const bias = graph.store("bias", [2], Float32Array.of(0.25, -0.4));
    addWeights(graph, [kernel, bias], { axis: 0, scale: 0.01 });
    const whole = graph.tensors.get("/bias_whole")!.values as Int32Array;
    const scales = graph.tensors.get("/bias_scales")!.values as Float32Array;
    [0.25, -0.4].forEach((value, i) => {
      assert.ok(
        Math.abs(whole[i]! * scales[i]! - value) < 1e-3,
        `${weight}: ${whole} of ${scales}`,
      );
    });
  }
});
