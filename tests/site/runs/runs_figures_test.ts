import assert from "node:assert/strict";
import { runsFigures } from "lib/site/runs/runs_figures.ts";
import { variedColumns } from "lib/sweeps/mod.ts";
import { pageRuns } from "../../fixtures/site/page_runs.ts";

const { runs, options: { columns } } = pageRuns(12);
const options = { metric: "val_loss", goal: "minimize", columns } as const;
const named = (...given: Parameters<typeof runsFigures>) =>
  new Map(runsFigures(...given).map(({ id, figure }) => [id, figure]));

Deno.test("runsFigures() has none before a run has ended with a finite result", () => {
  assert.deepEqual(runsFigures([], options), []);
  assert.deepEqual(runsFigures(runs.map((run) => ({ ...run, ended: false })), options), []);
  assert.deepEqual(runsFigures(runs.map((run) => ({ ...run, best: NaN })), options), []);
});

Deno.test("runsFigures() says what parameters tell only from the fifth result on", () => {
  assert.equal(named(pageRuns(4).runs, options).has("importance"), false);
  assert.equal(named(pageRuns(5).runs, options).has("importance"), true);
});

Deno.test("runsFigures() leaves runs that still run out of the figures", () => {
  const some = runs.map((run, place) => ({ ...run, ended: place < 10 }));
  assert.equal(named(some, options).get("parameters")?.data.length, 10);
});

Deno.test("runsFigures() draws a course for each search, over time where times are known", () => {
  const two = runs.map((run, place) => ({ ...run, group: place < 8 ? "first" : "second" }));
  const best = named(two, options).get("best")!;
  assert.deepEqual(
    new Set(best.data.map((trace) => (trace as { name: string }).name)),
    new Set(["first", "first: each run", "second", "second: each run"]),
  );
  assert.ok(best.layout.xaxis2);
  const untimed = two.map((run) => ({ ...run, endedAfter: undefined }));
  assert.equal(named(untimed, options).get("best")?.layout.xaxis2, undefined);
});

Deno.test("runsFigures() keeps to the most telling parameters where there are many, and to readable ones", () => {
  const configs = runs.map(({ best }, place) => ({
    name: `run ${place}`, // a word of its own for each run says nothing
    telling: best,
    ...Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`x${k}`, (place * (k + 5)) % 7])),
  }));
  const figure = named(runs, { ...options, columns: variedColumns(configs) }).get("parameters")!;
  const titles = figure.layout.annotations!.filter(({ yshift }) => yshift !== undefined)
    .map(({ text }) => text);
  assert.equal(titles.length, 10); // nine parameters and the result
  assert.ok(titles.includes("telling"));
  assert.ok(!titles.includes("name"));
});
