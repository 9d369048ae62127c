import assert from "node:assert/strict";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { modelHtml, modelSummary } from "lib/page/model_html.ts";

const models = join(import.meta.dirname!, "../../models");
const factsOf = async (name: string) => {
  const { metrics } = await readModelFolder(join(models, name));
  return {
    name,
    trainedOn: "On patients.",
    commit: metrics!.commit,
    metrics,
    doubt: metrics!.doubt,
  };
};

Deno.test("modelHtml() tells scores by patient with their intervals, and what the doubt promises", async () => {
  const facts = await factsOf("cnn_by_patient");
  const html = modelHtml(facts);
  assert.match(html, /Scored on 47,548 beats of patients whom it had not seen/);
  assert.match(html, /include the right one for 85 % of the beats/);
  assert.match(html, /fewer in others\. V and F count as one class here\./);
  assert.equal(html.match(/<tr><th scope="row">/g)?.length, 4);
});

Deno.test("modelHtml() says that a model by beat was scored on patients it was trained on, without doubt", async () => {
  const facts = await factsOf("cnn");
  const html = modelHtml(facts);
  assert.match(html, /Scored on 21,892 beats of patients whom it was trained on/);
  assert.match(html, /Its uncertainty was not measured/);
  assert.equal(html.match(/<td>–<\/td>/g)?.length, 5);
  assert.equal(modelSummary(facts), `cnn, commit ${facts.commit}`);
});

Deno.test("modelHtml() says that a run was not scored", () => {
  const facts = { name: "run", trainedOn: "On patients.", commit: undefined, metrics: undefined };
  assert.match(modelHtml(facts), /It was not scored\./);
  assert.equal(modelSummary(facts), "run");
});
