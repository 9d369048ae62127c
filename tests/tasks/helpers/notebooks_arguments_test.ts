import assert from "node:assert/strict";
import { resolve } from "node:path";
import { readNotebooksArguments } from "lib/tasks/helpers/notebooks_arguments.ts";

const folder = resolve(import.meta.dirname!, "../../../notebooks");
const read = (...args: string[]) => readNotebooksArguments(args, { folder });

Deno.test("readNotebooksArguments() takes names with and without their ending, else all", () => {
  assert.deepEqual(read("01_explore", "02_cnn.ipynb").names, ["01_explore", "02_cnn"]);
  assert.ok(read().names.length >= 2);
  assert.equal(read("--quick", "--out", "/tmp/copies").out, resolve("/tmp/copies"));
  assert.equal(read("--times", "10").times, 10);
});

Deno.test("readNotebooksArguments() throws on what there is not", () => {
  assert.throws(() => read("99_none"), /There is no notebook "99_none"; there are: 01_explore,/);
  assert.throws(() => read("--times", "0"), /--times must be a whole number above 0 but is "0"/);
  assert.throws(() => read("--times", "2", "--out", "a"), /stores nothing/);
  assert.throws(() => read("--quick"), /would replace the stored results/);
  assert.ok(read("--quick", "--times", "2").quick);
});
