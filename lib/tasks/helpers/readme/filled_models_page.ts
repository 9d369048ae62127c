import { join } from "node:path";
import { int8Table } from "../../../../bench/onnx_int8.ts";
import { fillSection } from "./readme_sections.ts";

/**
 * The page about the published models, with what 8 bits cost and gain.
 *
 * @param root The checkout.
 */
export async function filledModelsPage(text: string, root: string): Promise<string> {
  const path = join(root, "tests/fixtures/models/onnx/int8.json");
  return fillSection(text, "int8", int8Table(JSON.parse(await Deno.readTextFile(path))));
}
