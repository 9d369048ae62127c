import assert from "node:assert/strict";
import { join } from "node:path";
import { takeClass } from "lib/beats/mod.ts";
import { writeJson } from "lib/files/mod.ts";
import { buildAutoencoder, saveModel } from "lib/models/mod.ts";
import { syntheticPatients, writeSyntheticRecords } from "lib/sources/mod.ts";
import { startBackend } from "lib/tensorflow/mod.ts";
import { exportOnnx, onnxMetadata } from "../../../lib/tasks/helpers/export_onnx.ts";
import { loadDataset } from "../../../lib/tasks/helpers/load_dataset.ts";
import { readOnnx } from "../../models/onnx/read_onnx.ts";
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

Deno.test("exportOnnx() says no classes of an autoencoder, and quantizes it by rows that it was trained on", async () => {
  await startBackend({ warn: () => {} });
  const directory = await Deno.makeTempDir();
  const records = join(directory, "records");
  await writeSyntheticRecords(records, { patients: syntheticPatients.slice(3, 7), duration: 60 });
  const { train } = await loadDataset({ data: records });
  const rows = takeClass(train, 0).labels.length;
  assert.ok(rows < train.labels.length, "some rows are not normal");
  const { config, history } = sampleFolder();
  const own = { target: "input", normalOnly: true, source: train.source, rows };
  const model = join(directory, "model");
  await saveModel(buildAutoencoder({ filters: [2, 2], code: 2 }), model);
  await writeJson(join(model, "config.json"), { ...config, ...own });
  await writeJson(join(model, "history.json"), history);
  const { metadata } = readOnnx(await exportOnnx(model, { int8: true, data: records }));
  assert.deepEqual([metadata.classes, metadata.class_names], [undefined, undefined]);
  assert.match(metadata.ranges_of!, new RegExp(`^${rows} training rows of`));
  assert.equal(metadata.training_rows, `${rows}`);
  await Deno.remove(directory, { recursive: true });
});
