import assert from "node:assert/strict";
import { summarizeBeats } from "lib/annotation/mod.ts";
import { countWords, factsHtml, kindsHtml, namesHtml } from "lib/page/view/summary_parts.ts";
import { makeBeat } from "../annotation/beat_cases.ts";

const beats = [0, 0, 2, 0, 2, 2, 2].map((label, i) =>
  makeBeat({ sample: 360 * i, label, rr: i ? 1 : NaN, uncertain: i === 3 })
);
const summary = summarizeBeats({ beats, classes: 4 });

Deno.test("countWords() counts the classes that the model knows, as deno task annotate prints them", () => {
  assert.equal(countWords(summary), "7 beats: N 3, S 0, V 4, F 0; 1 uncertain.");
  assert.equal(countWords(summarizeBeats({ beats: [], classes: 4 })), "No beats found.");
});

Deno.test("factsHtml() writes a dash for what is not known", () => {
  assert.match(factsHtml(summary), /<dt>runs of V, of S<\/dt><dd>1, 0<\/dd>/);
  const none = factsHtml(summarizeBeats({ beats: [], classes: 4 }));
  assert.doesNotMatch(none, /NaN|undefined|Infinity/);
});

Deno.test("lists offer the kinds of beats that there are, and names as text", () => {
  assert.equal(
    kindsHtml(summary),
    `<option value="uncertain">uncertain</option><option value="0">N</option><option value="2">V</option>`,
  );
  assert.equal(namesHtml(["<b>"]), `<option value="0">&lt;b&gt;</option>`);
});
