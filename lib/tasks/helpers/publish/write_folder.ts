import { join } from "node:path";
import type * as tf from "@tensorflow/tfjs";
import type { ModelFolder } from "lib/evaluation/mod.ts";
import { replaceFolder, writeJson } from "lib/files/mod.ts";
import { saveModel, writeKeras } from "lib/models/mod.ts";

/** What a published folder holds beside its model. */
export interface FolderFacts extends Pick<ModelFolder, "config" | "history"> {
  /** The scores, by the name of their file. */
  scores: Record<string, unknown>;
  /** Gives the text of the card for the names of all other files. */
  card(files: string[]): string;
}

/** Replaces a folder by a published model: in TensorFlow.js's files and in Keras's, with its facts and its card. */
export async function writeFolder(
  target: string,
  network: tf.LayersModel,
  { config, history, scores, card }: FolderFacts,
): Promise<void> {
  await replaceFolder(target, async (folder) => {
    await saveModel(network, folder);
    await writeKeras(network, join(folder, "model.keras"));
    for (
      const [name, facts] of Object.entries({
        "config.json": config,
        "history.json": history,
        ...scores,
      })
    ) {
      await writeJson(join(folder, name), facts);
    }
    const files = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
    await Deno.writeTextFile(join(folder, "README.md"), card(files));
  });
}
