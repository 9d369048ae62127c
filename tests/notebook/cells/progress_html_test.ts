import assert from "node:assert/strict";
import { createProgressHtml } from "lib/notebook/cells/progress_html.ts";
import { nextState, type TrainingState } from "lib/notebook/cells/training_state.ts";
import { batchEvent } from "../training_events.ts";

const empty: TrainingState = { done: 0, epochs: 1, points: [], records: [] };
const words = { title: "Epoch 1 of 4", lines: ["training loss 0.5"] };

Deno.test("createProgressHtml() gives the words, how far it is, and the note", async () => {
  const html = await createProgressHtml("synthetic")(empty, words);
  assert.match(html, /<strong>Epoch 1 of 4<\/strong> <progress value="0" max="1">/);
  assert.match(html, /<div>training loss 0\.5<\/div>\n<div>synthetic<\/div>/);
  assert.doesNotMatch(html, /<img/);
});

Deno.test("createProgressHtml() draws the curves, but not anew each time", async () => {
  const html = createProgressHtml(undefined);
  const two = [batchEvent(1, 1), batchEvent(1, 2)].reduce(
    (s, event) => nextState(s, event, 0),
    empty,
  );
  const picture = async (state: TrainingState) => (await html(state, words)).match(/<img.*>/)?.[0];
  assert.ok(await picture(two));
  const three = nextState(two, batchEvent(1, 3), 0);
  const second = await picture(three);
  const four = nextState(three, batchEvent(1, 9), 0);
  assert.equal(await picture(four), second);
});
