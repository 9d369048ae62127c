import assert from "node:assert/strict";
import { erfc } from "lib/metrics/erfc.ts";
import { golden } from "./golden.ts";

Deno.test("erfc() gives SciPy's numbers", () => {
  for (const [x, wanted] of golden.erfc) {
    const found = erfc(x);
    assert.ok(Math.abs(found / wanted - 1) < 1e-12, `erfc(${x}): wanted ${wanted}, found ${found}`);
  }
});
