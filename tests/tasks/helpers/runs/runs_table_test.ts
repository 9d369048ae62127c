import assert from "node:assert/strict";
import { comparisonTable, runsTable, usualMetric } from "lib/tasks/helpers/runs/runs_table.ts";
import { pastRuns } from "../../../fixtures/tasks/past_runs.ts";

Deno.test("runsTable() lists runs with the best value of the usual metric", () => {
  const { runs, named } = pastRuns();
  assert.equal(usualMetric(runs), "val_loss");
  const [head, line] = runsTable([named("aaaa")], "val_loss").split("\n");
  assert.match(head!, /^run +started +state +rows +best val_loss +of +folder$/);
  assert.match(line!, /^aaaa +2001-09-09 01:46 +finished +2 +0\.5 +sweep swp1 +\/.*aaaa$/);
});

Deno.test("comparisonTable() shows what differs between runs", () => {
  const { named } = pastRuns();
  assert.equal(
    comparisonTable([named("aaaa"), named("bbbb")], "val_loss"),
    `run            aaaa      bbbb
state          finished  unfinished
rows           2         1
best val_loss  0.5
last val_loss  0.75
units          32        64`,
  );
});
