import { createHash } from "node:crypto";
import * as tf from "@tensorflow/tfjs";
import { weightGroups } from "../../../lib/models/keras/weights/weight_groups.ts";
import { writeModel } from "../../../lib/models/keras/write_model.ts";

/** A sum over all that a Keras file of a model holds but its date: the description and every weight. */
export function contentDigest(model: tf.LayersModel): string {
  const digest = createHash("sha256").update(JSON.stringify(writeModel(model)));
  for (const { owner, path } of weightGroups(model.layers)) {
    owner.getWeights().forEach((tensor, i) => {
      digest.update(`${path}/${i} [${tensor.shape}]`);
      digest.update(new Uint8Array(tensor.dataSync().buffer));
    });
  }
  return digest.digest("hex");
}
