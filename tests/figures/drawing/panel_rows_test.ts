import assert from "node:assert/strict";
import { panelRows } from "lib/figures/drawing/panel_rows.ts";

const options = { columns: 2, panel: 100, subtitle: "two a row" };

/** Height of a panel as Plotly works it out. */
function panelHeight(layout: ReturnType<typeof panelRows>): number {
  const { rows, ygap } = layout.grid!;
  const { t, b } = layout.margin!;
  return (layout.height! - t! - b!) * (1 - ygap!) / (rows! - ygap!);
}

Deno.test("panelRows() gives panels the same height, however many rows there are", () => {
  for (const rows of [1, 2, 5]) {
    for (const titleLines of [1, 3]) {
      for (const names of [0, 3, 9]) {
        const height = panelHeight(panelRows("Panels", { ...options, rows, titleLines, names }));
        assert.ok(Math.abs(height - 100) < 1e-6, `${height}`);
      }
    }
  }
});

Deno.test("panelRows() places a legend above the titles of the first row", () => {
  const { legend, margin, height, showlegend } = panelRows("Panels", {
    ...options,
    rows: 2,
    titleLines: 2,
    names: 2,
  });
  assert.ok(showlegend);
  const inner = height! - margin!.t! - margin!.b!;
  assert.ok((legend!.y! - 1) * inner >= 32, "room for two lines");
});

Deno.test("panelRows() of no rows has the room of one", () => {
  assert.equal(
    panelRows("None", { ...options, rows: 0 }).height,
    panelRows("One", { ...options, rows: 1 }).height,
  );
});
