import assert from "node:assert/strict";
import type { PastRun } from "lib/tasks/helpers/runs/past_runs.ts";
import { pastRunsPage } from "lib/tasks/helpers/runs/past_runs_page.ts";
import { pastRuns } from "../../../fixtures/tasks/past_runs.ts";

Deno.test("pastRunsPage() puts runs of all kinds side by side, with the settings in which they differ", async () => {
  const html = await pastRunsPage(pastRuns().runs, "val_loss");
  assert.match(html, /<h1>3 runs<\/h1>\n<p class="summary">3 runs, 2 with val_loss<\/p>/);
  const titles = Array.from(html.matchAll(/<th scope="col">([^<]*)/g), ([, title]) => title!);
  assert.deepEqual(titles.slice(0, 8), [
    "run",
    "of",
    "started",
    "state",
    "val_loss",
    "best",
    "last",
    "epochs",
  ]);
  assert.deepEqual(titles.slice(8).sort(), ["learning_rate", "rate", "units"]);
  assert.match(html, /unfinished/);
  assert.doesNotMatch(html, /name="reload"/);
});

Deno.test("pastRunsPage() names the curves of a few runs and not those of many", async () => {
  const run = (index: number): PastRun => ({
    id: `run-${index}`,
    path: "runs",
    group: "all alike",
    startTime: index,
    state: "finished",
    config: { out: `runs/${index}`, commit: String(index), output_rate: index },
    history: [{ val_loss: 1 / (index + 1) }, { val_loss: 2 / (index + 1) }],
  });
  const named = async (count: number) => {
    const html = await pastRunsPage(
      Array.from({ length: count }, (_, index) => run(index)),
      "val_loss",
    );
    assert.match(html, /<h1>all alike<\/h1>/);
    assert.doesNotMatch(html, /<th scope="col">(out|commit)</);
    assert.match(html, /<th scope="col">output_rate</);
    return html.includes('class="legendtext"') &&
      />run-0</.test(html.match(/<figure id="curves".*/s)![0].split("</figure>")[0]!);
  };
  assert.equal(await named(4), true);
  assert.equal(await named(9), false);
});
