import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { type AnnotatedRecording, reportPage } from "lib/annotation/mod.ts";
import { packIntegers } from "../../lib/annotation/report/pack_integers.ts";
import { noSample, stripSignal } from "../../lib/annotation/report/strip_signal.ts";
import { makeBeat } from "./beat_cases.ts";

const samples = Float32Array.from({ length: 360 * 60 }, (_, i) => Math.sin(i / 20));
const beats = Array.from(
  { length: 50 },
  (_, i) =>
    makeBeat({ sample: 200 + 400 * i, label: i % 4, rr: i ? 400 / 360 : NaN, uncertain: i === 7 }),
);
const recording: AnnotatedRecording = {
  name: "a<b>",
  start: undefined,
  lead: { name: "II", unit: "mV", frequency: 360, samples },
  leadIndex: 0,
  beats,
  classes: 4,
  seconds: 60,
  notes: ["Lead & more."],
};
const options = { model: { name: "cnn" }, written: new Date(0) };

Deno.test("reportPage() needs nothing from elsewhere and says what it is not", async () => {
  const html = await reportPage(recording, options);
  assert.doesNotMatch(html, /(src|href)="(?!data:|#)/);
  assert.match(html, /not a medical device/);
  assert.match(html, /<h1>a&lt;b&gt;<\/h1>/);
  assert.match(html, /Lead &amp; more\./);
  assert.doesNotMatch(html.replaceAll(/<script.*?<\/script>/gs, ""), /undefined|NaN/);
  for (const title of ["V: Ventricular ectopic", "S: Supraventricular ectopic", "F: Fusion"]) {
    assert.ok(html.includes(`<h2>${title}`), title);
  }
  assert.ok(html.length < 200_000);
});

Deno.test("the report of a recording without beats says so and draws nothing", async () => {
  const html = await reportPage({ ...recording, beats: [] }, options);
  assert.match(html, /No beats found\./);
  assert.doesNotMatch(html, /<canvas|<script/);
});

for (
  const values of [
    Int16Array.of(5, -32768, 32767, 0, -1),
    Int32Array.of(0, 2 ** 31 - 1, -(2 ** 31), 7),
    new Int16Array(),
  ]
) {
  Deno.test(`packIntegers() loses nothing of ${values.length} numbers of ${values.BYTES_PER_ELEMENT} bytes`, async () => {
    const packed = Buffer.from(await packIntegers(values), "base64");
    const inflated = new Blob([packed]).stream().pipeThrough(
      new DecompressionStream("deflate-raw"),
    );
    const bytes = new Uint8Array(await new Response(inflated).arrayBuffer());
    const found = values.slice();
    let before = 0;
    for (let i = 0; i < values.length; i++) {
      let folded = 0;
      for (let byte = 0; byte < values.BYTES_PER_ELEMENT; byte++) {
        folded |= bytes[byte * values.length + i]! << 8 * byte;
      }
      found[i] = before + (folded >>> 1 ^ -(folded & 1));
      before = found[i]!;
    }
    assert.deepEqual(found, values);
  });
}

Deno.test("stripSignal() keeps the height of a peak and where samples are missing", () => {
  const spike = new Float32Array(3600).fill(0.01);
  spike[1001] = 2;
  spike.fill(NaN, 2000, 2100);
  const { rate, step, values, middle } = stripSignal({ ...recording.lead, samples: spike });
  assert.equal(rate, 180);
  assert.ok(Math.abs(values[500]! * step + middle - 2) < 0.02);
  assert.ok(values.subarray(1000, 1050).every((value) => value === noSample));
});
