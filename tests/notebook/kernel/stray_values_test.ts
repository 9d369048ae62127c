import assert from "node:assert/strict";
import { strayValues } from "lib/notebook/kernel/stray_values.ts";
import { makeNotebook } from "../make_notebook.ts";

Deno.test("strayValues() names the cell that shows its last value", () => {
  const notebook = makeNotebook([
    "const a = 1;",
    { source: "a", outputs: [{ output_type: "execute_result", data: { "text/plain": "1" } }] },
  ]);
  assert.match(strayValues(notebook).join(), /^code cell 2 shows the value of its last statement/);
});
