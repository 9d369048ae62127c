import assert from "node:assert/strict";
import { segmentBeats, segmentLead } from "lib/beats/mod.ts";
import golden from "../fixtures/beats/rows.json" with { type: "json" };
import { makeRecord } from "./make_record.ts";

/** A ramp of n samples with annotations at the given samples, all of them normal beats. */
function ramp(name: string, length: number, samples: number[]) {
  const signal = Array.from({ length }, (_, sample) => sample);
  return makeRecord(name, signal, samples.map((sample) => [sample, "N"]));
}

Deno.test("segmentBeats() gives the rows that numpy gives, bit for bit", () => {
  const annotations = golden.samples.map((sample, index): [number, string] => [
    sample,
    golden.symbols[index]!,
  ]);
  const beats = segmentBeats(makeRecord("made", golden.signal, annotations));
  assert.equal(beats.length, 17);
  assert.deepEqual(beats.map((beat) => beat.annotation), golden.rows.map((row) => row.annotation));
  beats.forEach((beat, index) => {
    const bits = Array.from(new Uint32Array(beat.row.slice().buffer));
    assert.deepEqual(bits, golden.rows[index]!.bits, `row ${index}`);
    assert.equal(beat.sample, golden.samples[beat.annotation]);
    assert.equal(beat.symbol, golden.symbols[beat.annotation]);
  });
});

Deno.test("segmentBeats() gives no row for the last annotation", () => {
  assert.deepEqual(segmentBeats(ramp("a", 900, [100, 400, 700])).map((beat) => beat.sample), [
    100,
    400,
  ]);
});

Deno.test("segmentBeats() ends a row a fifth into the interval after the next annotation", () => {
  const [first, second] = segmentBeats(ramp("a", 1000, [100, 400, 700]));
  // 300 samples and a fifth of 300, at every third sample: 120 values; the last of them is 1.
  assert.equal(first!.row[119], 1);
  assert.equal(first!.row[120], 0);
  // The record's end stands in after the last annotation: 300 samples and a fifth of 300 again.
  assert.equal(second!.row[119], 1);
});

Deno.test("segmentBeats() counts annotations that are no beats as ends of rows", () => {
  const signal = Array.from({ length: 1000 }, (_, sample) => sample);
  const [beat] = segmentBeats(makeRecord("a", signal, [[100, "V"], [160, "~"], [190, "N"]]));
  // 60 samples and a fifth of 30 at every third sample: 22 values.
  assert.equal(beat!.row.lastIndexOf(1), 21);
  assert.equal(beat!.label, 2);
});

Deno.test("segmentBeats() scales by the whole segment before it cuts it to 187 values", () => {
  const [beat] = segmentBeats(ramp("a", 2000, [0, 1000, 2000]));
  assert.equal(beat!.row[186], Math.fround(186 / 399));
});

Deno.test("segmentBeats() moves the beat of record 102 that its older annotation file had elsewhere", () => {
  const samples = [589971, 590262, 590555];
  assert.equal(segmentBeats(ramp("102", 600_000, samples))[1]!.sample, 590296);
  assert.equal(segmentBeats(ramp("103", 600_000, samples))[1]!.sample, 590262);
});

Deno.test("segmentBeats() gives zeros for samples that are all equal", () => {
  const [beat] = segmentBeats(
    makeRecord("flat", new Int32Array(900).fill(5), [[0, "N"], [300, "N"]]),
  );
  assert.ok(beat!.row.every((value) => value === 0));
});

Deno.test("segmentBeats() leaves out a beat with a missing sample in its row", () => {
  const record = ramp("gap", 2000, [100, 400, 700, 1000]);
  const whole = segmentBeats(record);
  record.signals[0]!.fill(-2048, 760, 790); // format 212's mark
  assert.deepEqual(segmentBeats(record), whole.filter(({ sample }) => sample < 700));
  record.signals[0]!.fill(2048, 760, 790);
  assert.equal(segmentBeats(record).length, whole.length);
});

Deno.test("segmentBeats() refuses records that it has no rule for", () => {
  const slow = ramp("slow", 900, [100, 400]);
  slow.header.samplingFrequency = 250;
  assert.throws(() => segmentBeats(slow), {
    message:
      'Cannot cut beats from record "slow": its sampling frequency must be 360 Hz but is 250 Hz',
  });
  const short = ramp("short", 900, [100, 400]);
  short.header.sampleCount = 901;
  assert.throws(() => segmentBeats(short), /signal 0 must have 901 samples but has 900/);
  assert.throws(
    () => segmentBeats({ ...short, signals: [] }),
    /must have a signal but has none/,
  );
});

Deno.test("segmentBeats() refuses annotations out of order or beyond the end", () => {
  assert.throws(
    () => segmentBeats(ramp("a", 900, [400, 100])),
    /annotation 1 must be at sample 400 or later but is at 100/,
  );
  assert.throws(
    () => segmentBeats(ramp("a", 900, [400, 1000])),
    /the end of the record must be at sample 1000 or later but is at 900/,
  );
});

Deno.test("segmentLead() cuts from the lead of that name, whichever signal it is", () => {
  const first = ramp("one", 2000, [100, 400, 700]);
  const second = makeRecord(
    "two",
    Array.from({ length: 2000 }, (_, i) => Math.sin(i / 50) * 100),
    [],
  );
  const v5 = { ...second.header.signals[0]!, description: "V5" };
  const record = {
    ...first,
    header: { ...first.header, signals: [v5, first.header.signals[0]!] },
    signals: [second.signals[0]!, first.signals[0]!],
  };
  assert.deepEqual(segmentLead(record, "MLII"), segmentBeats(first));
  assert.notDeepEqual(segmentBeats(record), segmentBeats(first));
  assert.throws(() => segmentLead(record, "V1"), /must have lead V1 but has V5, MLII/);
});
