import assert from "node:assert/strict";
import { meanScores, modelCard, patientMetrics } from "lib/evaluation/mod.ts";
import { sampleFolder } from "../sample_folder.ts";

const facts = { ...sampleFolder(), name: "cnn", parameters: 190_981, files: ["model.json"] };

Deno.test("modelCard() states scores, data, protocol, seeds and configuration from the files", () => {
  const card = modelCard(facts);
  for (
    const text of [
      "# cnn\n",
      "190,981 parameters",
      "accuracy **0.8000**, macro-F1 **0.7333**",
      "| N | 0.5000 | 1.0000 | 0.6667 | 1 | 0.8750 | 0.5000 |",
      "| Q | 1 | 0 | 0 | 0 | 0 |",
      "Over 2 seeds: accuracy 0.7500 ± 0.0707, macro-F1 0.7000 ± 0.0707",
      "Seed 0 is stored",
      "Trained on 78,799 rows for 2 epochs in 3 minutes; the weights are those of epoch 2",
      "- Commit: 0123abc.",
      "| filters | 64, 128 |",
      'loadModel("models/cnn")',
    ]
  ) assert.ok(card.includes(text), `${text}\n\nis not in\n\n${card}`);
  assert.ok(!card.includes("undefined") && !card.includes("NaN"));
});

Deno.test("modelCard() says how to load a Keras file only where there is one", () => {
  assert.ok(!modelCard(facts).includes("import keras"));
  assert.ok(modelCard({ ...facts, files: ["model.keras"] }).includes("models/cnn/model.keras"));
});

Deno.test("modelCard() warns of synthetic records", () => {
  const source = { name: "synthetic records", synthetic: true };
  const card = modelCard({ ...facts, metrics: { ...facts.metrics, source } });
  assert.match(card, /\*\*Trained and scored on synthetic records/);
});

Deno.test("modelCard() says that one seed shows no spread", () => {
  const seeds = { ...facts.metrics.seeds!, runs: facts.metrics.seeds!.runs.slice(0, 1) };
  const card = modelCard({ ...facts, metrics: { ...facts.metrics, seeds } });
  assert.match(card, /Trained with one seed \(0\) only/);
});

Deno.test("modelCard() says so when the first epoch was the best", () => {
  assert.ok(!modelCard(facts).includes("No later epoch"));
  const card = modelCard({ ...facts, history: { ...facts.history, bestEpoch: 1 } });
  assert.match(card, /No later epoch was better than the first: the scores do not show/);
});

Deno.test("modelCard() says what the folds chose and what the validation rows did", () => {
  assert.match(modelCard(facts), /- Everything was chosen on the validation rows, nothing on the/);
  const counts = { "100": { N: [90, 2, 0, 0], A: [5, 15, 0, 0], V: [0, 0, 9, 1] } };
  const one = patientMetrics(counts, { resamples: 20 });
  const folds = { folds: 8, scores: meanScores([one.scores]) };
  const metrics = { ...facts.metrics, patients: { ...one, folds } };
  const card = modelCard({ ...facts, metrics });
  assert.doesNotMatch(card, /Everything was chosen/);
  assert.match(card, /Every setting was chosen by the folds in DS1, none by DS2\./);
  assert.ok(card.includes(
    "- Settings were chosen by the folds in DS1, the epoch and the stored seed on the validation rows, nothing on the test rows.",
  ));
});

Deno.test("modelCard() says when a beat is uncertain, in scores and in recordings", () => {
  const doubt = {
    temperature: 1.2,
    groups: [[0], [1], [2, 3]],
    thresholds: [0.9, 0.1, 0.3],
    coverage: 0.85,
    rows: [100, 20, 30],
  };
  const card = modelCard({ ...facts, metrics: { ...facts.metrics, doubt } });
  assert.match(
    card,
    /In scores of these sets, a beat with more than one class in its set, or none,/,
  );
  assert.match(card, /every likely class to a set, so that none is empty, and marks a beat as/);
  assert.match(card, /or if a part of the beat or of its rhythm is missing\./);
});

Deno.test("modelCard() of a model by patient has Se, +P, intervals and what single records do", () => {
  const patients = patientMetrics({
    "100": { N: [90, 2, 0, 0], A: [5, 15, 0, 0], V: [0, 0, 9, 1] },
    "101": { N: [80, 1, 1, 0], A: [1, 1, 0, 0], F: [1, 0, 2, 1] },
    "202": { N: [80, 1, 1, 0] },
  }, { resamples: 20 });
  const metrics = { ...facts.metrics, split: "by patient", patients };
  const card = modelCard({ ...facts, metrics });
  for (
    const text of [
      "| class | Se | +P | F1 | 95 % interval | beats |",
      "| with record 202 |",
      "| without 100, which has the most S |",
      "| e and j as S |",
      "Record 100 has 91 % of the scored beats of class S",
      "deno task annotate FILE --model models/cnn",
    ]
  ) assert.ok(card.includes(text), `${text} is not in ${card}`);
  assert.doesNotMatch(card, /share patients|undefined|NaN/);
});

Deno.test("modelCard() says of one patient's scores that their interval is not known", () => {
  const patients = patientMetrics({ "100": { N: [9, 1, 0, 0], A: [1, 1, 0, 0] } }, {
    resamples: 20,
  });
  const stored = JSON.parse(JSON.stringify(patients)); // a file has no NaN
  const card = modelCard({ ...facts, metrics: { ...facts.metrics, patients: stored } });
  assert.match(card, /patients resampled: not known\), j-kappa \*\*0\.\d{3}\*\* \(not known\)/);
  assert.match(card, /\| N \|.* \| not known \| 10 \|/);
});

Deno.test("modelCard() has no number for a kappa that is not defined", () => {
  const patients = patientMetrics({ "100": { N: [9, 0, 0, 0] }, "101": { N: [5, 0, 0, 0] } });
  for (const own of [patients, JSON.parse(JSON.stringify(patients))]) {
    const card = modelCard({ ...facts, metrics: { ...facts.metrics, patients: own } });
    assert.match(card, /j-kappa \*\*–\*\* \(not known\), kappa –\./);
    assert.doesNotMatch(card, /NaN/);
  }
});
