import assert from "node:assert/strict";
import { dataTypes } from "lib/tensorflow/c_api/data_types.ts";
import { EagerContext } from "lib/tensorflow/c_api/eager_context.ts";
import { newTensor } from "lib/tensorflow/c_api/host_tensor.ts";
import { findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";

const library = openLibrary(findLibrary()!);
const context = new EagerContext(library, { intra: 1, inter: 1 });
const tensor = (...values: number[]) =>
  context.adoptTensor(newTensor(library, [values.length], dataTypes.float32, values)).id;
const float = [{ name: "T", type: 4, value: dataTypes.float32 }];

for (const [intra, inter] of [[0, 1], [1, 0], [1.5, 1], [1, 128]] as const) {
  Deno.test(`threads of ${intra} and ${inter} are refused`, () => {
    assert.throws(() => new EagerContext(library, { intra, inter }), /must be 1 to 127 but is/);
  });
}

Deno.test("execute() runs an op and describes its outputs", () => {
  const [sum] = context.execute("AddV2", float, [tensor(1, 2, 3), tensor(1, 1, 1)], 1);
  assert.deepEqual([sum!.shape, sum!.dtype], [[3], dataTypes.float32]);
});

Deno.test("a tensor that was deleted is an error, and deleting it again is none", () => {
  const id = tensor(1);
  context.delete(id);
  context.delete(id);
  assert.throws(() => context.execute("Neg", float, [id], 1), /Cannot use tensor .* not alive/);
});

Deno.test("a shared handle outlives the first", () => {
  const id = tensor(4);
  const other = context.share(id);
  context.delete(id);
  assert.equal(context.execute("Neg", float, [other], 1).length, 1);
});

Deno.test("an op that fails leaves the context usable and no tensor behind", () => {
  const [a, b] = [tensor(1, 2), tensor(1, 2, 3)];
  const before = context.size;
  assert.throws(() => context.execute("AddV2", float, [a, b], 1), /cannot run AddV2: .*shape/i);
  assert.equal(context.size, before);
  assert.equal(context.execute("AddV2", float, [a, a], 1).length, 1);
});
