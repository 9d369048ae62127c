import assert from "node:assert/strict";
import { figureLayout, figureSvg } from "lib/figures/mod.ts";

const figure = {
  data: [{ y: [1, 3, 2] }, { y: [2, 2], uid: "mine" }],
  layout: figureLayout("Two <lines>", { width: 300, height: 200 }),
};

Deno.test("figureSvg() draws the same text each time and leaves the figure as it was", async () => {
  const before = structuredClone(figure);
  const svg = await figureSvg(figure, { id: "two" });
  assert.match(svg, /^<svg [^>]*width="300" height="200"/);
  assert.equal(await figureSvg(figure, { id: "two" }), svg);
  assert.deepEqual(figure, before);
});

Deno.test("figureSvg() names traces and parts by the figure", async () => {
  const svg = await figureSvg(figure, { id: "two" });
  assert.match(svg, /class="trace scatter tracetwo0"/);
  assert.match(svg, /class="trace scatter tracetwomine"/);
  const ids = Array.from(svg.matchAll(/ id="([^"]*)"/g), ([, id]) => id!);
  assert.deepEqual(ids.filter((id) => !id.includes("two")), []);
  assert.equal(await figureSvg(figure, { id: "new" }), svg.replaceAll("two", "new"));
});
