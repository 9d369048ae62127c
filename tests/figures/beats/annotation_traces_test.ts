import assert from "node:assert/strict";
import { annotationTraces, heightAt } from "lib/figures/beats/annotation_traces.ts";
import { aamiClasses } from "lib/beats/mod.ts";

const strip = { frequency: 100, first: 50, values: [0, 1, 2, 3, 4] };
const annotation = { symbol: "N", auxiliary: "" };

Deno.test("annotationTraces() puts a mark on the signal in the colour of the class", () => {
  const [marks] = annotationTraces([{ ...annotation, sample: 53 }], strip);
  const { x, y, marker } = marks as { x: number[]; y: number[]; marker: { color: string } };
  assert.deepEqual([x, y], [[0.53], [3]]);
  assert.equal(marker.color, aamiClasses[0]!.color);
});

Deno.test("annotationTraces() leaves out what lies outside the strip", () => {
  const outside = [49, 55].map((sample) => ({ ...annotation, sample }));
  assert.equal(annotationTraces(outside, strip).length, 1);
});

Deno.test("annotationTraces() writes the rhythm beside the sign of its change", () => {
  const traces = annotationTraces([{ sample: 50, symbol: "+", auxiliary: "(AFIB" }], strip);
  assert.deepEqual((traces.at(-1) as { text: string[] }).text, ["+ (AFIB"]);
});

Deno.test("heightAt() goes from the least value to the greatest", () => {
  assert.deepEqual([heightAt([2, 4], 0), heightAt([2, 4], 0.5), heightAt([2, 4], 1)], [2, 3, 4]);
});
