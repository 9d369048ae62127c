import assert from "node:assert/strict";
import { displayBundle, notebookKernel } from "lib/notebook/kernel/notebook_kernel.ts";
import { fakeKernel } from "../fake_kernel.ts";

Deno.test("notebookKernel() finds none in a terminal", () => {
  assert.equal(notebookKernel(), undefined);
});

Deno.test("displayBundle() adds an output, or replaces the one of its name", async () => {
  const { kernel, shown } = fakeKernel();
  await displayBundle(kernel, { "text/plain": "a" }, { id: "x" });
  await displayBundle(kernel, { "text/plain": "b" }, { id: "x", update: true });
  assert.deepEqual(shown.map(({ type }) => type), ["display_data", "update_display_data"]);
  assert.deepEqual(shown.map(({ id }) => id), ["x", "x"]);
});
