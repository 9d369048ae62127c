import assert from "node:assert/strict";
import { parseHeader, WfdbError } from "lib/wfdb/mod.ts";
import { readFixture } from "../fixtures.ts";

/** Fields of wfdb-python by its names; a list has an entry for each signal, null where the text has none. */
type Fields = Record<string, string | number | (string | number | null)[]>;

const headers = await readFixture<{ text: string; fields: Fields }[]>("headers.json");

const signalFields = {
  file_name: "fileName",
  samps_per_frame: "samplesPerFrame",
  skew: "skew",
  byte_offset: "byteOffset",
  adc_gain: "gain",
  baseline: "baseline",
  units: "units",
  adc_res: "adcResolution",
  adc_zero: "adcZero",
  init_value: "initialValue",
  checksum: "checksum",
  block_size: "blockSize",
  sig_name: "description",
} as const;

for (const { text, fields } of headers) {
  Deno.test(`parseHeader() reads ${JSON.stringify(text.slice(0, 30))}... as wfdb-python does`, () => {
    const header = parseHeader(text);
    assert.equal(header.name, fields.record_name);
    assert.equal(header.samplingFrequency, fields.fs);
    assert.equal(header.counterFrequency, fields.counter_freq ?? fields.fs);
    assert.equal(header.baseCounter, fields.base_counter ?? 0);
    assert.deepEqual(header.comments, fields.comments ?? []);
    if ("sig_len" in fields) assert.equal(header.sampleCount, fields.sig_len);
    assert.equal(header.segments?.length, fields.n_seg);
    assert.deepEqual(header.segments?.map(({ name }) => name), fields.seg_name);
    assert.deepEqual(header.segments?.map(({ sampleCount }) => sampleCount), fields.seg_len);
    for (const [index, signal] of header.signals.entries()) {
      assert.equal(String(signal.format), (fields.fmt as string[])[index]);
      for (const [theirs, ours] of Object.entries(signalFields)) {
        const wanted = (fields[theirs] as (string | number | null)[])[index];
        if (wanted !== null) assert.equal(signal[ours], wanted, ours);
      }
    }
  });
}

Deno.test("parseHeader() gives missing fields the values of header(5)", () => {
  const text = "bare 3\na.dat 212\nb.dat 8 100 0 7\nc.dat 310 0(5)";
  const [a, b, c] = parseHeader(text).signals;
  const scale = { samplesPerFrame: 1, skew: 0, byteOffset: 0, gain: 200, baseline: 0, units: "mV" };
  const adc = { adcResolution: 12, adcZero: 0, initialValue: 0, checksum: undefined };
  const rest = { blockSize: 0, description: "" };
  assert.deepEqual(a, { fileName: "a.dat", format: 212, ...scale, ...adc, ...rest });
  assert.deepEqual([b!.adcResolution, b!.baseline, b!.initialValue], [10, 7, 7]);
  assert.deepEqual([c!.adcResolution, c!.gain, c!.baseline], [10, 200, 5]);
});

Deno.test("parseHeader() keeps time and date as written", () => {
  const { baseTime, baseDate } = parseHeader("time 0 250 100 13:5:0 25/4/1989");
  assert.deepEqual([baseTime, baseDate], ["13:5:0", "25/4/1989"]);
});

Deno.test("parseHeader() keeps the text of a time and date of another form", () => {
  const { baseTime, baseDate, startText, sampleCount } = parseHeader(
    "E07835 0 500 5000 05-May-2020 09:49:17",
  );
  assert.deepEqual([baseTime, baseDate, sampleCount], [undefined, undefined, 5000]);
  assert.equal(startText, "05-May-2020 09:49:17");
  assert.equal(parseHeader("time 0 250 100 noon").startText, "noon");
  assert.equal(parseHeader("time 0 250 100 2006").startText, "2006");
  assert.equal(parseHeader("time 0 250 100 12:00 May").startText, "12:00 May");
  assert.equal(parseHeader("time 0 250 100 12:00 1/2/1990").startText, undefined);
});

Deno.test("parseHeader() ignores lines beyond those announced", () => {
  assert.equal(parseHeader("100 1\n100.dat 212\n100.dat 212\n").signals.length, 1);
});

Deno.test("parseHeader() says what is wrong with a header", () => {
  const cases: [string, string][] = [
    ["", 'record line name must be a plain name but is ""'],
    ["207", 'record line signals must be an integer of 0 or more but is ""'],
    ["207 two", 'record line signals must be an integer of 0 or more but is "two"'],
    ["207 -1", 'record line signals must be an integer of 0 or more but is "-1"'],
    ["207/0 2", 'record line segments must be 1 or more but is "0"'],
    ["207 2 0", 'record line sampling frequency must be above 0 but is "0"'],
    ["207 2 3e999", 'record line sampling frequency must be a number but is "3e999"'],
    ["207 2 360 1e6", 'record line samples must be an integer of 0 or more but is "1e6"'],
    ["207 2\n207.dat 212", "number of signal lines must be 2 but is 1"],
    ["207/2 2\n207_1 5", "number of segment lines must be 2 but is 1"],
    ["207/1 2\n207_1", 'segment 0 samples must be an integer of 0 or more but is ""'],
    ["207 1\n../207.dat 212", 'signal 0 file name must be a plain file name but is "../207.dat"'],
    [
      "207 1\n207.dat 213",
      "signal 0 format must be one of 0, 8, 16, 24, 32, 61, 80, 160, 212, 310, 311, 508, 516, 524",
    ],
    ["207 1\n207.dat 532", "signal 0 format must be one of"],
    ["207 1\n207.dat 212y2", "signal 0 format must be format x samples : skew + offset"],
    ["207 1\n207.dat 212 2oo", 'signal 0 gain must be a number but is "2oo"'],
    ["207 1\n207.dat 212 200(x)", "signal 0 baseline must be an integer of at most 32 bits"],
    [
      "207 1\n207.dat 212 200 11 2147483648",
      "signal 0 ADC zero must be an integer of at most 32 bits",
    ],
  ];
  for (const [text, message] of cases) {
    assert.throws(() => parseHeader(text, { name: "207" }), (error) => {
      assert.ok(error instanceof WfdbError);
      assert.equal(error.details.file, "207.hea");
      assert.ok(error.message.startsWith(`Cannot read record "207": ${message}`), error.message);
      return true;
    });
  }
});
