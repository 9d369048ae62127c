import * as tf from "@tensorflow/tfjs";
import { startWasm } from "lib/tensorflow/wasm/start_wasm.ts";
import { assertClose } from "../fused/compare.ts";

await startWasm();

type Shape = [number, number, number, number];
const cases: [name: string, x: Shape, filter: Shape, strides: number, pad: "same" | "valid"][] = [
  ["same padding", [2, 5, 6, 3], [3, 3, 3, 4], 1, "same"],
  ["even kernel, same padding", [2, 5, 6, 3], [2, 4, 3, 2], 1, "same"],
  ["valid padding", [1, 7, 5, 2], [3, 2, 2, 3], 1, "valid"],
  ["strides of 2", [2, 8, 7, 2], [3, 3, 2, 3], 2, "same"],
];
for (const [name, xShape, filterShape, strides, pad] of cases) {
  Deno.test(`WASM: a convolution's gradient by its filter equals the CPU backend's (${name})`, async () => {
    const gradient = async (backend: string) => {
      await tf.setBackend(backend);
      return tf.tidy(() => {
        const x = tf.randomNormal<tf.Rank.R4>(xShape, 0, 1, "float32", 1);
        const filter = tf.randomNormal<tf.Rank.R4>(filterShape, 0, 1, "float32", 2);
        const loss = (filter: tf.Tensor) =>
          tf.conv2d(x, filter as tf.Tensor4D, strides, pad).square().sum();
        return [...tf.grad(loss)(filter).dataSync()];
      });
    };
    const [wanted, found] = [await gradient("cpu"), await gradient("wasm")];
    assertClose([found], [wanted], 1e-5);
  });
}
