import assert from "node:assert/strict";
import { findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";
import { listInputOf } from "lib/tensorflow/c_api/op_definition.ts";

const library = openLibrary(findLibrary()!);
const graph = library.c.TF_NewGraph();

// From TensorFlow's own op registry (tensorflow/core/ops/*.cc).
const known: [op: string, list: { position: number; inputs: number } | undefined][] = [
  ["MatMul", undefined],
  ["AddN", { position: 0, inputs: 1 }],
  ["Pack", { position: 0, inputs: 1 }],
  ["ConcatV2", { position: 0, inputs: 2 }],
  ["Einsum", { position: 0, inputs: 1 }],
  ["_FusedConv2D", { position: 2, inputs: 4 }],
];
for (const [op, list] of known) {
  Deno.test(`listInputOf() knows ${op}`, () => {
    assert.deepEqual(listInputOf(library, graph, op), list);
  });
}

Deno.test("an unknown op is an error that names it", () => {
  assert.throws(() => listInputOf(library, graph, "NoSuchOp"), /cannot find op NoSuchOp/);
});
