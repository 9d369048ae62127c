import assert from "node:assert/strict";
import { applyTemperature } from "lib/metrics/mod.ts";
import { explainBeat } from "lib/page/worker/explain_beat.ts";
import { explained, explainedBeats } from "./explained_beats.ts";

interface KerasBeat {
  inputs: { difference: number[]; context: number[] };
  keras: Record<"own" | "evenRhythm" | "usualShape", number[]>;
}

const { model, doubt, beats, signal, peaks } = await explainedBeats();
const fixture = new URL("../fixtures/page/explanations.json", import.meta.url);
const reference: KerasBeat[] = JSON.parse(await Deno.readTextFile(fixture));

Deno.test("explainBeat() says what Keras says of the beat, of an even rhythm and of the usual shape", () => {
  explained.forEach((beat, i) => {
    const { inputs, keras } = reference[i]!;
    const { probabilities, evenRhythm, usualShape, values } = explainBeat(signal, peaks, {
      beat,
      model,
      doubt,
    });
    assert.deepEqual([...values], inputs.difference);
    const tempered = (raw: number[]) => [...applyTemperature(Float32Array.from(raw), 4, doubt)];
    const label = probabilities.indexOf(Math.max(...probabilities));
    assertNear(probabilities, tempered(keras.own));
    assertNear([evenRhythm!], [tempered(keras.evenRhythm)[label]!]);
    assertNear([usualShape!], [tempered(keras.usualShape)[label]!]);
  });
});

Deno.test("explainBeat() says of every beat what the recording was labelled with", () => {
  for (let beat = 0; beat < beats.length; beat += 17) {
    const { probabilities } = explainBeat(signal, peaks, { beat, model, doubt });
    assert.equal(probabilities.indexOf(Math.max(...probabilities)), beats[beat]!.label);
    assertNear([Math.max(...probabilities)], [beats[beat]!.probability]);
  }
});

Deno.test("explainBeat() gives a share of the saliency for each value, from a tenth of a second before the R peak", () => {
  const { sizes, values, start, step, view } = explainBeat(signal, peaks, { beat: 9, model });
  assert.deepEqual([view, start, step, values.length], ["difference", -0.1, 1 / 120, 49]);
  assert.equal(sizes.length, values.length);
  assert.equal(Math.max(...sizes), 1);
  assert.ok(sizes.every((size) => size >= 0));
});

function assertNear(found: readonly number[], wanted: readonly number[]): void {
  assert.equal(found.length, wanted.length);
  found.forEach((value, i) =>
    assert.ok(Math.abs(value - wanted[i]!) < 1e-5, `${found} and ${wanted}`)
  );
}
