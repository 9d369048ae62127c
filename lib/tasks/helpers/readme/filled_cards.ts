import { join } from "node:path";
import { anomalyCard, modelCard, readModelFolders } from "lib/evaluation/mod.ts";

/**
 * The cards of the published models, classifiers and autoencoders, as their files have them.
 *
 * @param root The checkout.
 */
export async function filledCards(root: string): Promise<{ name: string; card: string }[]> {
  const folders = await readModelFolders(join(root, "models"));
  return await Promise.all(folders.map(async ({ name, config, history, metrics }) => {
    const folder = join(root, "models", name);
    const files = (await Array.fromAsync(Deno.readDir(folder))).map((entry) => entry.name);
    const parameters = await countWeights(folder);
    if (metrics) {
      return { name, card: modelCard({ name, config, history, metrics, parameters, files }) };
    }
    const anomalies = JSON.parse(await Deno.readTextFile(join(folder, "anomalies.json")));
    return { name, card: anomalyCard({ name, config, history, anomalies, parameters }) };
  }));
}

async function countWeights(folder: string): Promise<number> {
  const { weightsManifest } = JSON.parse(await Deno.readTextFile(join(folder, "model.json")));
  const shapes: number[][] = weightsManifest[0].weights.map(({ shape }: { shape: number[] }) =>
    shape
  );
  return shapes.map((shape) => shape.reduce((product, length) => product * length, 1))
    .reduce((sum, size) => sum + size, 0);
}
