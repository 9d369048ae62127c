import assert from "node:assert/strict";
import { dataTypes } from "lib/tensorflow/c_api/data_types.ts";
import { type HostValues, newTensor, readTensor } from "lib/tensorflow/c_api/host_tensor.ts";
import { findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";

const library = openLibrary(findLibrary()!);

function roundTrip(shape: number[], dataType: number, values: HostValues) {
  const tensor = newTensor(library, shape, dataType, values);
  const handle = library.c.TFE_NewTensorHandle(tensor, library.status);
  library.c.TF_DeleteTensor(tensor);
  const read = readTensor(library, handle);
  library.c.TFE_DeleteTensorHandle(handle);
  return read;
}

const cases: [name: string, shape: number[], dataType: number, values: HostValues][] = [
  ["float32", [2, 2], dataTypes.float32, new Float32Array([1.5, -2, 3e38, NaN])],
  ["int32", [3], dataTypes.int32, new Int32Array([1, -2, 2 ** 31 - 1])],
  ["bool", [2], dataTypes.bool, new Uint8Array([1, 0])],
  ["a scalar", [], dataTypes.float32, new Float32Array([7])],
  ["nothing", [0, 5], dataTypes.float32, new Float32Array(0)],
];
for (const [name, shape, dataType, values] of cases) {
  Deno.test(`${name} comes back as it went`, () => {
    assert.deepEqual(roundTrip(shape, dataType, values), values);
  });
}

Deno.test("a plain list of numbers is taken as well", () => {
  assert.deepEqual(roundTrip([2], dataTypes.float32, [1, 2.5]), new Float32Array([1, 2.5]));
  assert.deepEqual(roundTrip([2], dataTypes.int32, [1, 2]), new Int32Array([1, 2]));
});

Deno.test("a window of a larger array goes as the window", () => {
  const values = new Float32Array([0, 1, 2, 3]).subarray(1, 3);
  assert.deepEqual([...roundTrip([2], dataTypes.float32, values)], [1, 2]);
});

Deno.test("a tensor of a type that TensorFlow.js has not cannot be read as another", () => {
  const words = new Int32Array([7, 0]);
  assert.throws(() => roundTrip([], dataTypes.int64, words), /TF_DataType must be .* but is 9/);
});

Deno.test("too many values are an error", () => {
  assert.throws(
    () => newTensor(library, [3], dataTypes.float32, new Float32Array(4)),
    /shape \[3\]: wanted 12 bytes but found 16/,
  );
});

Deno.test("too few values are an error", () => {
  assert.throws(
    () => newTensor(library, [3], dataTypes.float32, new Float32Array(2)),
    /shape \[3\]: wanted 12 bytes but found 8/,
  );
  assert.throws(() => newTensor(library, [1], dataTypes.string, [1]), /must be numeric but is 7/);
});
