import assert from "node:assert/strict";
import { runsTableHtml } from "lib/site/runs/runs_table_html.ts";
import { pageRuns } from "../../fixtures/site/page_runs.ts";

const { runs, options } = pageRuns(6);

function titles(html: string): string[] {
  return Array.from(html.matchAll(/<th scope="col">([^<]*)/g), ([, title]) => title!);
}

Deno.test("runsTableHtml() has a column for what there is to say, and one for each parameter", () => {
  const parameters = ["cell", "dropout", "rate", "units"];
  const usual = ["run", "state", "time", "val_loss", "best", "last", "epochs"];
  assert.deepEqual(titles(runsTableHtml(runs, options)).slice(0, 7), usual);
  assert.deepEqual(titles(runsTableHtml(runs, options)).slice(7).sort(), parameters);
  const bare = runs.map((run) => ({ ...run, seconds: undefined }));
  assert.deepEqual(titles(runsTableHtml(bare, { ...options, metric: undefined, columns: [] })), [
    "run",
    "state",
  ]);
  const rich = runs.map((run, place) => ({
    ...run,
    group: `sweep ${place}`,
    startTime: 1e12,
    note: "exit code 1",
  }));
  assert.deepEqual(titles(runsTableHtml(rich, { ...options, columns: [] })), [
    "run",
    "of",
    "started",
    ...usual.slice(1),
    "note",
  ]);
});

Deno.test("runsTableHtml() marks the best of the runs that have ended", () => {
  const values = [0.5, 0.2, 0.4, 0.1, NaN, 0.3];
  const some = runs.map((run, place) => ({ ...run, best: values[place]!, ended: place !== 3 }));
  const best = (goal: "minimize" | "maximize") =>
    runsTableHtml(some, { ...options, goal }).match(/<tr class="best [^"]*" data-run="(\d)"/)?.[1];
  assert.equal(best("minimize"), "1");
  assert.equal(best("maximize"), "0");
});

Deno.test("runsTableHtml() leaves cells empty for what a run does not have", () => {
  const empty = [{ ...runs[0]!, metric: [], best: NaN, seconds: undefined }, runs[1]!];
  const html = runsTableHtml(empty, { ...options, columns: [] });
  const row = html.match(/<tr [^>]*data-run="0">.*<\/tr>/)?.[0] ?? "";
  assert.doesNotMatch(row, /NaN|undefined/);
  assert.equal(row.match(/<td[^>]*data-value=""><\/td>/g)?.length, 4);
});

Deno.test("runsTableHtml() gives a parameter that is called note no second column", () => {
  const columns = [{ ...options.columns[0]!, name: "note" }];
  const html = runsTableHtml(runs, { ...options, columns });
  const [row] = html.match(/<tr class="[^"]*" data-run="0">.*<\/tr>/)!;
  assert.equal(row.match(/<t[hd]\b/g)!.length, titles(html).length);
});
