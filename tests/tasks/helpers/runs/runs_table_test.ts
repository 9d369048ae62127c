import assert from "node:assert/strict";
import { chosenMetric, comparisonTable, runsTable } from "lib/tasks/helpers/runs/runs_table.ts";
import { pastRuns } from "../../../fixtures/tasks/past_runs.ts";

Deno.test("runsTable() lists runs with the best value of the usual metric", () => {
  const { runs, named } = pastRuns();
  assert.equal(chosenMetric(runs), "val_loss");
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

Deno.test("chosenMetric() is the one that is named, if a run has logged it", () => {
  const { runs } = pastRuns();
  assert.equal(chosenMetric(runs, "val_macro_f1"), "val_macro_f1");
  assert.throws(
    () => chosenMetric(runs, "val_los"),
    /Cannot compare runs by "val_los": wanted one of val_loss, val_macro_f1, which they have logged/,
  );
});
