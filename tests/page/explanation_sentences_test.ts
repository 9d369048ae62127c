import assert from "node:assert/strict";
import { explanationHtml } from "lib/page/view/explanation_html.ts";
import { explanationSentences } from "lib/page/view/explanation_sentences.ts";
import { stripSignal } from "lib/annotation/mod.ts";
import { makeBeat } from "../annotation/beat_cases.ts";

const sizes = Float32Array.from({ length: 49 }, (_, i) => i >= 24 && i <= 30 ? 1 : 0.1);
const explanation = {
  beat: 3,
  probabilities: [0.02, 0.01, 0.96, 0.01],
  view: "difference" as const,
  values: new Float32Array(49),
  start: -0.1,
  step: 1 / 120,
  sizes,
  evenRhythm: 0.93,
  usualShape: 0.05,
};
const beat = makeBeat({ sample: 720, label: 2, probability: 0.96 });

Deno.test("explanationSentences() tell what decided, where the model looked, and that there is no doubt", () => {
  assert.deepEqual(plain(explanationSentences({ beat, explanation })), [
    "Its shape is evidence for V: with the usual shape of the beats around it, the probability of V would be 5 % instead of 96 %.",
    "Its class score is most sensitive to the signal from 0.10 s to 0.15 s after the R peak.",
    "It is not uncertain: no other class is probable enough.",
  ]);
});

Deno.test("explanationSentences() say whether the model looked before or after the R peak", () => {
  const lookedAt = (first: number, end: number) => {
    const sizes = new Float32Array(49).fill(1, first, end);
    return explanationSentences({ beat, explanation: { ...explanation, sizes } }).at(-2);
  };
  assert.match(lookedAt(0, 7)!, /from 0\.10 s to 0\.05 s before the R peak/);
  assert.match(lookedAt(6, 19)!, /from 0\.05 s before to 0\.05 s after the R peak/);
});

Deno.test("explanationSentences() say that neither shape nor rhythm alone decides", () => {
  const other = { ...explanation, usualShape: 0.95 };
  const [first] = plain(explanationSentences({ beat, explanation: other }));
  assert.equal(
    first,
    "Neither its rhythm nor its shape alone is decisive: with an even rhythm, the probability of V would be 93 %; with the usual shape of " +
      "the beats around it, the probability of V would be 95 %.",
  );
});

Deno.test("explanationSentences() tell what speaks against the label", () => {
  const other = { ...explanation, probabilities: [0.2, 0.2, 0.5, 0.1], evenRhythm: 0.75 };
  assert.deepEqual(plain(explanationSentences({ beat, explanation: other })).slice(0, 2), [
    "Its shape is evidence for V: with the usual shape of the beats around it, the probability of V would be 5 % instead of 50 %.",
    "Its rhythm is evidence against V: with an even rhythm, the probability of V would be 75 % instead of 50 %.",
  ]);
});

Deno.test("explanationSentences() say why a beat is uncertain", () => {
  const last = (set: number[]) =>
    explanationSentences({ beat: { ...beat, set, uncertain: true }, explanation }).at(-1);
  assert.equal(last([0, 2, 3]), "It is uncertain: it may also be N or F.");
  assert.match(last([2])!, /part of it or of its rhythm is missing/);
});

Deno.test("explanationSentences() name the classes that count as one in the doubt", () => {
  const last = explanationSentences({ beat, explanation, groups: [[0], [1], [2, 3]] }).at(-1);
  assert.equal(
    last,
    "It is not uncertain: no other class is probable enough (V and F count as one class here).",
  );
});

Deno.test("explanationHtml() draws the lead with a gap, and nothing that is no number", () => {
  const samples = Float32Array.from(
    { length: 2000 },
    (_, i) => i > 700 && i < 710 ? NaN : Math.sin(i),
  );
  const signal = stripSignal({ name: "II", unit: "mV", frequency: 360, samples });
  const html = explanationHtml({ beat, explanation, signal });
  assert.doesNotMatch(html, /NaN|undefined|Infinity/);
  assert.match(html, /<h3>Why V\? <span>V \(ventricular ectopic\), 96 %, at 0:00:02\.0<\/span>/);
  assert.equal(html.match(/<path d="M[^"]*M/g)?.length, 1, "the lead breaks once");
});

/** With plain spaces. */
function plain(sentences: readonly string[]): string[] {
  return sentences.map((sentence) => sentence.replaceAll("\u00a0", " "));
}
