import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { capture, inParts, startTensorflow } from "lib/tensorflow/mod.ts";

await startTensorflow({ intra: 1, inter: 2 });

for (const [rows, parts] of [[10, 3], [2, 4], [1, 4], [8, 1]] as const) {
  Deno.test(`${rows} rows in ${parts} parts come out as the whole would`, () => {
    const [a, b] = [tf.range(0, rows * 3).reshape([rows, 3]), tf.range(0, rows).expandDims(1)];
    const seen: number[] = [];
    const step = capture((a, b) => [
      inParts([a!, b!], ([a, b], part) => {
        seen.push(part);
        return a!.mul(b!);
      }, { parts }),
    ]);
    assert.deepEqual([...step(a, b)[0]!.dataSync()], [...a.mul(b).dataSync()]);
    assert.deepEqual(seen, Array.from({ length: Math.min(rows, parts) }, (_, part) => part));
  });
}
