import assert from "node:assert/strict";
import { join } from "node:path";
import { createDetector, detectPeaks, type Episode, scoreDetections } from "lib/peaks/mod.ts";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { physicalSignal, readRecord } from "lib/wfdb/mod.ts";

const record = synthesizeRecord(syntheticPatients[0]!, { duration: 120 });
const rate = 360;
const signal = physicalSignal(record, 0);
const isBeat = (symbol: string) => "NLRBAaJSVrFejnE/fQ?".includes(symbol);
const beats = record.annotations.filter(({ symbol }) => isBeat(symbol)).map(({ sample }) => sample);

/** The signal at another rate, between its samples on straight lines. */
function resampled(values: Float64Array, newRate: number): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length * newRate / rate) }, (_, i) => {
    const at = i * rate / newRate;
    const [before, share] = [Math.floor(at), at % 1];
    return values[before]! * (1 - share) + (values[before + 1] ?? values[before]!) * share;
  });
}

for (const newRate of [100, 125, 250, 360, 500, 1000]) {
  Deno.test(`detectPeaks() finds all beats of a clean signal at ${newRate} Hz`, () => {
    const peaks = detectPeaks(resampled(signal, newRate), { rate: newRate });
    const there = beats.map((beat) => Math.round(beat * newRate / rate));
    const { missed, invented, distances } = scoreDetections(peaks, there, { rate: newRate });
    assert.deepEqual([missed, invented], [0, 0]);
    assert.ok(distances.every((distance) => Math.abs(distance) < 0.03));
  });
}

Deno.test("detectPeaks() finds the same peaks of either polarity and in any unit", () => {
  const peaks = detectPeaks(signal, { rate });
  assert.deepEqual(detectPeaks(signal.map((value) => -value), { rate }), peaks);
  assert.deepEqual(detectPeaks(signal.map((value) => 1024 * value), { rate }), peaks);
  assert.deepEqual(detectPeaks([...signal], { rate }), peaks);
});

Deno.test("a detector gives the same peaks however the signal is cut", () => {
  const whole = [...detectPeaks(signal, { rate })];
  for (const size of [1, 777, 50_000]) {
    const detector = createDetector({ rate });
    const peaks: number[] = [];
    for (let first = 0; first < signal.length; first += size) {
      peaks.push(...detector.push(signal.subarray(first, first + size)));
    }
    peaks.push(...detector.finish());
    assert.deepEqual(peaks, whole);
  }
});

Deno.test("in a gap no peak is found, and beyond it all are", () => {
  const [from, to] = [40 * rate, 60 * rate];
  const gap = signal.slice().fill(NaN, from, to);
  const peaks = detectPeaks(gap, { rate });
  const far = beats.filter((beat) => beat < from - rate / 2 || beat > to + rate / 2);
  const excluded = [{ start: from - rate / 2, end: to + rate / 2 }];
  const { missed, invented } = scoreDetections(peaks, far, { rate, excluded });
  assert.deepEqual([missed, invented], [0, 0]);
  assert.ok(peaks.every((peak) => peak < from || peak >= to));
});

Deno.test("a beginning without a signal adds no peak to those of the rest, however it is cut", () => {
  const paced = synthesizeRecord(syntheticPatients[9]!, { duration: 120 });
  const there = paced.annotations.filter(({ symbol }) => isBeat(symbol))
    .map(({ sample }) => sample + 20 * rate);
  for (const empty of [0, NaN, 0.3]) {
    const whole = new Float64Array(140 * rate).fill(empty);
    whole.set(physicalSignal(paced, 0), 20 * rate);
    const detector = createDetector({ rate });
    const peaks = [];
    for (let first = 0; first < whole.length; first += 777) {
      peaks.push(...detector.push(whole.subarray(first, first + 777)));
    }
    peaks.push(...detector.finish());
    assert.deepEqual(Int32Array.from(peaks), detectPeaks(whole, { rate }));
    const { missed, invented } = scoreDetections(peaks, there, { rate });
    assert.ok(missed + invented <= 2, `${missed} missed and ${invented} invented after ${empty}`);
  }
});

Deno.test("where nothing happens nothing is found", () => {
  for (
    const empty of [[], [0], [NaN, NaN], new Float64Array(3600), new Float64Array(99).fill(NaN)]
  ) {
    assert.deepEqual([...detectPeaks(Float64Array.from(empty), { rate })], []);
  }
});

Deno.test("a signal of a few seconds is enough", () => {
  const short = signal.subarray(0, 3 * rate);
  const peaks = detectPeaks(short, { rate });
  const there = beats.filter((beat) => beat < short.length - rate / 4);
  const { missed, invented } = scoreDetections(peaks, there, { rate });
  assert.equal(missed, 0);
  assert.ok(invented <= 1);
});

Deno.test("a rate beyond 100 to 1000 Hz is an error that says so", () => {
  for (const wrong of [50, 2000, NaN]) {
    assert.throws(() => createDetector({ rate: wrong }), /the rate must be 100 to 1000 Hz but is/);
  }
});

const directory = Deno.env.get("ECG_DATA");

Deno.test({
  name: "on the 48 MIT-BIH records less than .35 % of the beats are missed or invented",
  ignore: directory === undefined,
  async fn() {
    let [wrong, all] = [0, 0];
    const distances: number[] = [];
    const names = [...Deno.readDirSync(directory!)].map(({ name }) => name)
      .filter((name) => name.endsWith(".atr")).map((name) => name.slice(0, -4)).sort();
    for (const name of names) {
      const record = await readRecord(join(directory!, name));
      const peaks = detectPeaks(physicalSignal(record, 0), { rate });
      const annotated = record.annotations.filter(({ symbol }) => isBeat(symbol));
      const score = scoreDetections(peaks, annotated.map(({ sample }) => sample), {
        rate,
        excluded: flutter(record.annotations),
      });
      wrong += score.missed + score.invented;
      all += score.missed + score.found;
      distances.push(...score.distances.map(Math.abs));
    }
    distances.sort((a, b) => a - b);
    assert.equal(names.length, 48);
    assert.ok(wrong / all <= 0.0035, `${wrong} of ${all}`);
    assert.ok(distances[distances.length >> 1]! <= 0.003);
    assert.ok(distances[Math.floor(0.95 * distances.length)]! <= 0.015);
  },
});

/** The episodes of ventricular flutter, between [ and ]. */
function flutter(annotations: readonly { sample: number; symbol: string }[]): Episode[] {
  const ends = annotations.filter(({ symbol }) => "[]".includes(symbol));
  return ends.flatMap(({ sample, symbol }, i) =>
    symbol === "[" && ends[i + 1] ? [{ start: sample, end: ends[i + 1]!.sample }] : []
  );
}
