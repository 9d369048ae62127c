import assert from "node:assert/strict";
import { aamiClasses } from "lib/beats/mod.ts";
import {
  anomalyCurvesFigure,
  codePlaneFigure,
  errorDistributionsFigure,
  reconstructionsFigure,
} from "lib/figures/mod.ts";
import { subtitle } from "../sample_beats.ts";

const beat = {
  title: "V<br>record 100, 1.0 s",
  label: 2,
  given: [0, 0.5, 1],
  reconstruction: [0, 0.25, 0.5, 9],
};

Deno.test("reconstructionsFigure() fills what is between a beat and its reconstruction, without padding", () => {
  const { data, layout } = reconstructionsFigure([beat, { ...beat, label: 0 }]);
  const [filled, given, back] = data as { y: number[]; fillcolor?: string }[];
  assert.deepEqual(filled!.y, [0, 0.5, 1, 0.5, 0.25, 0]);
  assert.equal(filled!.fillcolor, `${aamiClasses[2]!.color}55`);
  assert.deepEqual([given!.y, back!.y], [[0, 0.5, 1], [0, 0.25, 0.5]]);
  assert.equal(data.length, 6);
  assert.deepEqual(layout.annotations?.map(({ text }) => text), [beat.title, beat.title]);
});

Deno.test("errorDistributionsFigure() gives each class an area of 100 %, and marks the threshold", () => {
  const errors = Array.from({ length: 90 }, (_, i) => 10 ** (-3 + i / 45));
  const labels = errors.map((_, i) => i < 60 ? 0 : 2);
  const { data, layout } = errorDistributionsFigure([
    { title: "one", errors, labels, threshold: 0.05 },
    { title: "two", errors, labels },
  ]);
  assert.equal(data.length, 4);
  for (const { y, name } of data as { y: number[]; name: string }[]) {
    assert.ok(Math.abs(y.reduce((sum, share) => sum + share, 0) - 100) < 0.5, name);
  }
  assert.deepEqual(data.map(({ name }) => name), ["N", "V", "N", "V"]);
  assert.deepEqual(layout.shapes?.map(({ x0 }) => x0), [0.05]);
});

Deno.test("errorDistributionsFigure() names a class once, by the first panel that has it", () => {
  const errors = [0.001, 0.01, 0.1];
  const { data } = errorDistributionsFigure([
    { title: "by patient", errors, labels: [0, 0, 2] },
    { title: "random", errors, labels: [0, 2, 4] },
  ]);
  const told = (data as { name: string; showlegend: boolean }[])
    .filter(({ showlegend }) => showlegend).map(({ name }) => name);
  assert.deepEqual(told, ["N", "V", "Q"]);
});

Deno.test("errorDistributionsFigure() draws errors of a millionth too: a logarithmic axis has no 0", () => {
  const errors = [1e-8, 1e-7, 1e-6];
  const { data } = errorDistributionsFigure([{ title: "tiny", errors, labels: [0, 0, 0] }]);
  const { x } = data[0] as { x: number[] };
  assert.ok(x.every((error, i) => error > (x[i - 1] ?? 0)), `${x}`);
});

Deno.test("anomalyCurvesFigure() has one column for each set, with its areas", () => {
  const curve = { x: Float64Array.of(0, 0.5, 1), y: Float64Array.of(0, 0.9, 1), area: 0.7 };
  const curves = ["not N", "V"].map((letter) => ({ letter, roc: curve, pr: curve }));
  const { data, layout } = anomalyCurvesFigure([
    { title: "random", curves },
    { title: "by patient", curves: curves.slice(0, 1) },
  ]);
  assert.equal(data.length, 6);
  const told = (data as { showlegend?: boolean }[]).filter(({ showlegend }) => showlegend);
  assert.equal(told.length, 2);
  const texts = layout.annotations!.map(({ text }) => text!);
  assert.deepEqual([texts[0], texts[3]], ["random", "by patient"]);
  assert.match(texts[1]!, /not N 0\.700.*V 0\.700/);
});

Deno.test("codePlaneFigure() shows the beat of each step of its slider", () => {
  const beats = [0, 2, 0].map((label, i) => ({ ...beat, label, x: i, y: -i, place: `beat ${i}` }));
  const { data, frames, layout } = codePlaneFigure(beats, { browsed: [1, 2] });
  const points = data as { name?: string; x?: number[] }[];
  assert.deepEqual(points.slice(0, 3).map(({ x }) => x), [[0, 2], [1], [1]]);
  const rings = frames!.map(({ data }) => (data![0] as { x: number[] }).x);
  assert.deepEqual(rings, [[1], [2]]);
  assert.deepEqual(layout.sliders![0]!.steps!.map(({ label }) => label), [
    "class V · beat 1",
    "class N · beat 2",
  ]);
  assert.match(subtitle(codePlaneFigure(beats, { browsed: [0] }))!, /move the slider/);
  assert.throws(() => codePlaneFigure(beats, { browsed: [] }), /wanted some, found none/);
});
