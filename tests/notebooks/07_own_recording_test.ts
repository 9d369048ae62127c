import assert from "node:assert/strict";
import { join } from "node:path";
import { readNotebook } from "lib/notebook/mod.ts";
import { assertNumbersShown } from "./shown_numbers.ts";

Deno.test("notebooks/07_own_recording.ipynb concludes no number that it does not show", async () => {
  await assertNumbersShown("07_own_recording");
});

Deno.test("notebooks/07_own_recording.ipynb shows what was noticed of a spoilt lead", async () => {
  const { cells } = await readNotebook(
    join(import.meta.dirname!, "../../notebooks/07_own_recording.ipynb"),
  );
  const outputs = cells.find(({ id }) => id === "spoilt")!.outputs!;
  const text = JSON.stringify(outputs);
  for (const said of ["probably V", "is missing, in one stretch", "flat"]) {
    assert.ok(text.includes(said), said);
  }
});
