import { join } from "node:path";
import { buildPage } from "lib/page/mod.ts";
import { annotationFolder } from "./annotate/annotation_model.ts";
import { projectCommit } from "./project_commit.ts";

/** The page that labels recordings, with the model in a folder or the one that `deno task annotate` takes. */
export async function labellingPage(
  root: string,
  { model: directory }: { model?: string } = {},
): Promise<string> {
  const { folder, ...facts } = await annotationFolder(directory, join(root, "models"));
  const description = await Deno.readTextFile(join(folder, "model.json"));
  const weights = await Deno.readFile(join(folder, "weights.bin"));
  const model = { ...facts, description, weights };
  return await buildPage(root, { model, commit: projectCommit() });
}
