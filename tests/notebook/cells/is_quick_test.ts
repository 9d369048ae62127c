import assert from "node:assert/strict";
import { isQuick } from "lib/notebook/mod.ts";

Deno.test("isQuick() follows ECG_QUICK", () => {
  const before = Deno.env.get("ECG_QUICK");
  Deno.env.set("ECG_QUICK", "1");
  assert.equal(isQuick(), true);
  Deno.env.set("ECG_QUICK", "");
  assert.equal(isQuick(), false);
  if (before === undefined) Deno.env.delete("ECG_QUICK");
  else Deno.env.set("ECG_QUICK", before);
});
