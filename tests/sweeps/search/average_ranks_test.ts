import assert from "node:assert/strict";
import { averageRanks } from "lib/sweeps/search/average_ranks.ts";
import { readJson } from "../../fixtures/sweeps/oracle.ts";

Deno.test("averageRanks() agrees with scipy's rankdata", () => {
  const { results, ranks } = readJson("importance.golden.json");
  assert.deepEqual(averageRanks(results), ranks);
  assert.deepEqual(averageRanks([]), []);
});
