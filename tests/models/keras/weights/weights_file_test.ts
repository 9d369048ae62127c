import assert from "node:assert/strict";
import hdf5 from "h5wasm";
import { openWeights, packWeights } from "../../../../lib/models/keras/weights/weights_file.ts";

const path = "layers/dense/vars/0";
const arrays = [
  { path, shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) },
  { path: "layers/dense/vars/1", shape: [3], values: Float32Array.of(7, 8, 9) },
];

Deno.test("openWeights() reads what packWeights() wrote", async () => {
  const file = await openWeights(await packWeights(arrays));
  for (const { path, shape, values } of arrays) assert.deepEqual(file.read(path, shape), values);
  assert.deepEqual(file.names("layers/dense/vars"), ["0", "1"]);
  assert.deepEqual(file.names("layers/none/vars"), []);
  file.close();
});

Deno.test("openWeights() says what stands where an array was wanted", async () => {
  const file = await openWeights(await packWeights(arrays));
  const found = (path: string, shape: number[]) => {
    try {
      file.read(path, shape);
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.match(found(path, [3, 2]), /wanted float32 \[3,2\] in layers.*, found "float32 \[2,3\]"/);
  assert.match(found("layers/dense/vars/2", [3]), /found nothing$/);
  assert.match(found("layers/dense", [3]), /found nothing$/);
  file.close();
});

Deno.test("openWeights() takes float32 in one piece alone, of no more than the file holds", async () => {
  const cases: [Parameters<InstanceType<typeof hdf5.File>["create_dataset"]>[0], RegExp][] = [
    [{ name: "0", data: new Float64Array(6), shape: [2, 3] }, /found "float64 \[2,3\]"/],
    [{ name: "0", data: new Int32Array(6), shape: [2, 3] }, /found "a type of number 0 \[2,3\]"/],
    [
      { name: "0", data: new Float32Array(6), shape: [2, 3], chunks: [1, 3], compression: 9 },
      /found "float32 \[2,3\] in pieces"/,
    ],
  ];
  for (const [dataset, message] of cases) {
    const file = await openWeights(await written((group) => void group.create_dataset(dataset)));
    assert.throws(() => file.read("0", [2, 3]), message);
    file.close();
  }
  const bytes = await written((group) => void group.create_external_link("/etc/passwd", "/x", "0"));
  const file = await openWeights(bytes);
  assert.throws(() => file.read("0", [2, 3]), /found nothing/);
  file.close();
});

Deno.test("openWeights() gives no more in all than the file holds, by however many names", async () => {
  const file = await openWeights(
    await written((group) => {
      group.create_dataset({ name: "0", data: new Float32Array(4096), shape: [64, 64] });
      for (const name of ["1", "2"]) group.create_hard_link("0", name);
    }),
  );
  assert.equal(file.read("0", [64, 64]).length, 4096);
  assert.throws(() => ["1", "2"].map((name) => file.read(name, [64, 64])), /more than the file/);
  file.close();
});

Deno.test("the library's memory holds no file afterwards", async () => {
  const { FS } = await hdf5.ready;
  await assert.rejects(openWeights(new Uint8Array(5000)), /wanted HDF5 in model.weights.h5, found/);
  assert.deepEqual(FS.readdir("/").filter((name: string) => name.endsWith(".h5")), []);
});

async function written(fill: (file: InstanceType<typeof hdf5.File>) => void): Promise<Uint8Array> {
  const { FS } = await hdf5.ready;
  const file = new hdf5.File("/written.h5", "w");
  fill(file);
  file.close();
  const bytes = FS.readFile("/written.h5");
  FS.unlink("/written.h5");
  return bytes;
}
