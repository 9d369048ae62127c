import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { readKeras } from "lib/models/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { packWeights } from "../../../lib/models/keras/weights/weights_file.ts";
import { fixtures } from "./keras_fixtures.ts";

await startBackend();

/** Files of Keras 2 and what it computes from them: tests/reference/keras_h5_cases.py. */
const folder = join(fixtures, "h5");
const { cases } = JSON.parse(await Deno.readTextFile(join(folder, "cases.json")));

for (const [name, { input, output }] of Object.entries<Record<string, Values>>(cases)) {
  Deno.test(`readKeras() computes what Keras 2 does from its ${name}.h5`, async () => {
    const model = await readKeras(join(folder, `${name}.h5`));
    const made = model.predict(tf.tensor(input!.values, input!.shape)) as tf.Tensor;
    assert.deepEqual(made.shape, output!.shape);
    made.dataSync().forEach((value, i) => {
      assert.ok(Math.abs(value - output!.values[i]!) < 1e-5, `${value}: ${output!.values[i]}`);
    });
  });
}

interface Values {
  shape: number[];
  values: number[];
}

Deno.test("readKeras() says when a file of Keras 2 holds no model, or what is not known", async () => {
  const path = await Deno.makeTempFile({ suffix: ".h5" });
  await Deno.writeFile(
    path,
    await packWeights([{ path: "a/b", shape: [1], values: new Float32Array(1) }]),
  );
  await assert.rejects(
    readKeras(path),
    /wanted a whole model in the file \(model\.save, .* found nothing/,
  );
  const bytes = await Deno.readFile(join(folder, "residual.h5"));
  const text = Buffer.from(bytes).toString("latin1");
  const changed = text.replace('"class_name": "ReLU"', '"class_name": "Mine"');
  await Deno.writeFile(path, Buffer.from(changed, "latin1"));
  await assert.rejects(
    readKeras(path),
    /wanted a layer of keras\.layers .*, found "keras\.layers Mine"/,
  );
  await Deno.remove(path);
});
