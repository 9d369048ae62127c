import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { beatAnnotations } from "lib/annotation/mod.ts";
import { encodeAnnotations, parseAnnotations } from "lib/wfdb/mod.ts";
import { beatCases } from "./beat_cases.ts";

// What wfdb-python read in these files: tests/reference/annotation_beats.py.
const url = new URL("../fixtures/annotation/beats.json", import.meta.url);
const golden = JSON.parse(Deno.readTextFileSync(url));

for (const [name, recording] of Object.entries(beatCases)) {
  const annotations = beatAnnotations(recording);
  const bytes = encodeAnnotations(annotations);

  Deno.test(`wfdb-python reads the beats, their doubt and the rate that were written (${name})`, () => {
    assert.equal(Buffer.from(bytes).toString("base64"), golden[name].bytes);
    assert.equal(golden[name].frequency, recording.lead.frequency);
    const read = golden[name].annotations;
    assert.deepEqual(
      read.map(([sample, symbol]: [number, string]) => [sample, symbol]),
      recording.beats.map(({ sample, label }) => [sample, "NSVFQ"[label]]),
    );
    for (const [i, [, , channel, text]] of read.entries()) {
      assert.equal(channel, recording.leadIndex);
      assert.equal(text.startsWith("uncertain:"), recording.beats[i]!.uncertain);
    }
  });

  Deno.test(`parseAnnotations() gives the beats back without the note of the rate (${name})`, () => {
    const { lead: { frequency } } = recording;
    const found = parseAnnotations(bytes, { samplingFrequency: frequency });
    assert.deepEqual(found, annotations.slice(1));
  });
}

Deno.test("an uncertain beat names all classes that it may be of, the likeliest first", () => {
  const texts = beatAnnotations(beatCases.uncertain!).map(({ auxiliary }) => auxiliary);
  assert.deepEqual(texts.slice(1), ["uncertain: N S", "uncertain: F N V", "uncertain: V", ""]);
});
