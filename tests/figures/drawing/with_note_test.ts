import assert from "node:assert/strict";
import { figureLayout, withNote } from "lib/figures/mod.ts";
import { subtitle } from "../sample_beats.ts";

Deno.test("withNote() writes the note above the subtitle and makes room for it", () => {
  const figure = {
    data: [],
    layout: figureLayout("Beats", { height: 300, subtitle: "of record 100" }),
  };
  const noted = withNote(figure, "synthetic");
  assert.match(subtitle(noted), /synthetic.*<br>of record 100/);
  assert.equal(noted.layout.height, 318);
  assert.equal(noted.layout.margin!.t, figure.layout.margin!.t! + 18);
});

Deno.test("withNote() leaves the figure it is given as it was", () => {
  const figure = { data: [], layout: figureLayout("Beats") };
  withNote(figure, "synthetic");
  assert.equal(subtitle(figure), "");
});

Deno.test("withNote() works for a figure with a layout of its own", () => {
  const noted = withNote({ data: [], layout: { title: { text: "Beats" } } }, "synthetic");
  assert.match(subtitle(noted), /synthetic/);
  assert.equal(noted.layout.title?.text, "Beats");
});
