import assert from "node:assert/strict";
import { join } from "node:path";
import { onnxMetadata } from "../../../lib/tasks/helpers/export_onnx.ts";
import { sampleFolder } from "../../evaluation/sample_folder.ts";

const root = join(import.meta.dirname!, "../../..");

Deno.test("onnxMetadata() says what the rows and the classes are and where the card is", () => {
  const metadata = onnxMetadata(join(root, "models", "cnn"), sampleFolder().config);
  assert.equal(metadata.classes, "N,S,V,F,Q");
  assert.equal(JSON.parse(metadata.class_names!).length, 5);
  assert.deepEqual([metadata.row_length, metadata.sampling_rate], ["187", "120"]);
  assert.match(metadata.trained_on!, /MIT-BIH/);
  assert.equal(metadata.card, "models/cnn/README.md");
});

Deno.test("onnxMetadata() names no card of a model without one or from elsewhere", async () => {
  const directory = await Deno.makeTempDir();
  const { config } = sampleFolder();
  assert.equal(onnxMetadata(directory, config).card, undefined);
  await Deno.writeTextFile(join(directory, "README.md"), "# a card");
  assert.equal(onnxMetadata(directory, config).card, undefined);
  assert.ok(!JSON.stringify(onnxMetadata(directory, config)).includes(directory));
  await Deno.remove(directory, { recursive: true });
});
