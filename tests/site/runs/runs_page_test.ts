import assert from "node:assert/strict";
import { runsPage } from "lib/site/mod.ts";
import { pageRuns } from "../../fixtures/site/page_runs.ts";

const { runs, options } = pageRuns(40);
const html = await runsPage(runs, options);

Deno.test("runsPage() makes a page of 40 runs of less than 1 MB, with four figures and 40 curves", () => {
  assert.ok(html.length < 1e6, `${html.length} bytes`);
  assert.deepEqual(
    Array.from(html.matchAll(/<figure id="(\w+)"/g), ([, id]) => id),
    ["best", "parameters", "importance", "curves"],
  );
  assert.equal(html.match(/<svg class="curve"/g)?.length, 40);
  assert.match(html, /13 of 40 runs stopped early; dashed: where runs are compared/);
});

Deno.test("runsPage() refers to no other file and no address", () => {
  const addresses = Array.from(html.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g))
    .map(([, attribute, style]) => attribute ?? style!);
  const elsewhere = addresses.filter((address) => !/^["']?(&quot;)?(#|data:)/.test(address));
  assert.deepEqual(elsewhere, []);
  const places = new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
  const inside = Array.from(html.matchAll(/url\((?:"|'|&quot;)?#([\w-]+)/g), ([, id]) => id);
  assert.ok(inside.length > 0);
  assert.deepEqual(inside.filter((id) => !places.has(id)), [], "what drawings refer to is there");
});

Deno.test("runsPage() names what drawings hold so that no two are alike", () => {
  const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("runsPage() makes the same page of the same runs", async () => {
  assert.equal(await runsPage(runs, options), html);
});

Deno.test("runsPage() links each line of the parameters with a row of the table", () => {
  const lines = Array.from(
    html.matchAll(/<g class="run" data-run="(\d+)"[^>]*><title>(\w+)/g),
    ([, place, name]) => [place, name],
  );
  assert.equal(lines.length, 40);
  for (const [place, name] of lines) {
    assert.match(html, new RegExp(`<tr [^>]*data-run="${place}"><th [^>]*>${name}</th>`));
  }
});

Deno.test("runsPage() loads itself again only while it is told to", async () => {
  assert.doesNotMatch(html, /<meta (name="reload"|http-equiv="refresh")/);
  const running = await runsPage(runs, { ...options, reload: 10 });
  assert.match(running, /<meta name="reload" content="10">/);
  assert.match(running, /<noscript><meta http-equiv="refresh" content="10"><\/noscript>/);
});

Deno.test("runsPage() draws each colour for light and for dark paper", () => {
  const used = new Set(Array.from(html.matchAll(/var\(--(c[0-9a-f]{6})\)/g), ([, name]) => name!));
  assert.ok(used.size > 5);
  for (const name of used) {
    assert.equal(html.match(new RegExp(`--${name}:`, "g"))?.length, 2, name);
  }
  assert.doesNotMatch(html, /style="[^"]*rgb\(/);
});

Deno.test("runsPage() shows a search before its first result, and one without a metric", async () => {
  const running = { ...runs[0]!, ended: false, state: "running", metric: [], best: NaN };
  const first = await runsPage([running], options);
  assert.match(first, /No run has a result yet\./);
  assert.match(first, /<td data-value="running">running<\/td>/);
  const plain = await runsPage(runs, { ...options, metric: undefined });
  assert.doesNotMatch(plain, /<figure|No run has/);
});

Deno.test("runsPage() takes names as text", async () => {
  const name = '<script>alert("1")</script>&';
  const hostile = runs.slice(0, 6).map((run) => ({ ...run, run: name, note: name, group: name }));
  const page = await runsPage(hostile, { ...options, title: name, metric: name, notes: [name] });
  assert.doesNotMatch(page, /<script>alert/);
  assert.equal(page.match(/<script/g)?.length, 1);
});
