import assert from "node:assert/strict";
import { lacksFrequency, parseCsv } from "lib/recordings/mod.ts";
import { readTables } from "./fixtures.ts";

const tables = await readTables();

for (
  const [name, { text, options, frequency, leads, gaps = [], start }] of Object.entries(tables)
) {
  Deno.test(`parseCsv() reads the table "${name}"`, () => {
    for (const lines of [text, text.replaceAll("\n", "\r\n"), text.replaceAll("\n", "\r")]) {
      const recording = parseCsv(lines, options);
      assert.equal(recording.frequency, frequency);
      const found = recording.leads.map((
        { name, unit, samples },
      ) => [name, unit, toMicrovolts(samples)]);
      assert.deepEqual(found, Object.entries(leads).map(([lead, uv]) => [lead, "mV", uv]));
      assert.deepEqual(recording.gaps, gaps);
      assert.equal(recording.start, start);
      assert.deepEqual(recording.warnings, []);
    }
  });
}

/** Whole microvolts, -99999 where missing. */
function toMicrovolts(samples: Float32Array): number[] {
  return Array.from(samples, (mv) => Number.isNaN(mv) ? -99999 : Math.round(mv * 1e6) / 1000 + 0);
}

Deno.test("parseCsv() takes the rate that is given before the one that is said before that of times", () => {
  const text = (head: string) =>
    `${head}t [s],ECG [mV]\n` + signalLines((value, i) => `${i / 250},${value}`);
  const rate = (head: string, frequency?: number) => {
    const recording = parseCsv(text(head), { frequency });
    return [recording.frequency, ...recording.warnings];
  };
  assert.deepEqual(rate(""), [250]);
  assert.deepEqual(rate("Sample rate: 250.5\n"), [250.5]);
  assert.deepEqual(rate("Sample rate: 250,5 Hz\n"), [250.5]);
  assert.deepEqual(rate("Sample rate: 0,250 kHz\n"), [250]);
  assert.equal(rate("Sample rate: 1,000 Hz\n")[0], 1000);
  assert.deepEqual(rate("Sample rate: 500\n"), [
    500,
    "By its times the file has 250 Hz; the 500 Hz it says are used.",
  ]);
  assert.deepEqual(rate("Sample rate: 500\n", 250), [
    250,
    "The file says 500 Hz; the 250 Hz that were given are used.",
  ]);
});

Deno.test("parseCsv() finds the rate of rounded times", () => {
  for (const wanted of [128, 256, 300, 360, 512, 1000]) {
    const text = "time,ECG [mV]\n" + signalLines((v, i) => `${(i / wanted).toFixed(3)},${v}`, 4000);
    assert.equal(parseCsv(text).frequency, wanted);
  }
});

Deno.test("parseCsv() reads times from 10 Hz to 10 kHz in seconds and milliseconds without a unit", () => {
  for (const wanted of [10, 100, 250, 1000, 10_000]) {
    // 0.1 may be 10 Hz in seconds or 10 kHz in milliseconds: the former is taken.
    for (const grain of wanted === 10_000 ? [1] : [1, 1000]) {
      const text = "time,ECG [mV]\n" + signalLines((v, i) => `${i * grain / wanted},${v}`);
      assert.equal(parseCsv(text).frequency, wanted, `${wanted} ${grain}`);
    }
  }
});

Deno.test("parseCsv() keeps the rate of a clock that is not quite that of the recorder", () => {
  const text = "time,ECG [mV]\n" + signalLines((v, i) => `${(i / 129.7).toFixed(5)},${v}`, 20_000);
  assert.ok(Math.abs(parseCsv(text).frequency - 129.7) < 0.001);
});

Deno.test("parseCsv() says what it guesses", () => {
  const { leads, frequency, warnings } = parseCsv(
    "time,a\n" + signalLines((v, i) => `${4 * i},${v * 1000}`),
  );
  assert.deepEqual([leads[0]!.unit, frequency], ["mV", 250]);
  assert.deepEqual(warnings, [
    "The times have no unit; in ms, they make 250 Hz.",
    'The file names no unit for lead "a": uV is assumed, since the samples span 1000.',
  ]);
});

Deno.test("parseCsv() keeps notes as annotations where they change", () => {
  const note = (i: number) => i === 3 || i === 4 ? "N" : i === 9 ? "V" : "";
  const text = "t [s],ECG [mV],label\n" + signalLines((v, i) => `${i / 100},${v},${note(i)}`);
  assert.deepEqual(parseCsv(text).annotations, [
    { time: 0.03, duration: 0, text: "N" },
    { time: 0.09, duration: 0, text: "V" },
  ]);
});

Deno.test("parseCsv() takes what is no row as missing, leaves out a last row that is cut off, and says so", () => {
  const lines = signalLines((v, i) => i === 5 ? "lost connection" : `${i / 100},${v}`);
  const { leads, warnings } = parseCsv(`t [s],ECG [mV]\n${lines}0.4`);
  assert.equal(leads[0]!.samples.length, 40);
  assert.ok(Number.isNaN(leads[0]!.samples[5]) && !Number.isNaN(leads[0]!.samples[6]));
  assert.deepEqual(warnings, [
    "1 lines within the data are no rows; their samples are missing.",
    "The last line is cut off and left out.",
  ]);
});

Deno.test("parseCsv() takes even rows for times that came in packets", () => {
  const text = "time,ECG [uV]\n" +
    signalLines((v, i) => `${Math.floor(i / 50) * 0.4},${v * 1000}`, 5000);
  const { frequency, gaps, warnings } = parseCsv(text);
  assert.ok(Math.abs(frequency - 125) < 2, `${frequency}`);
  assert.deepEqual(gaps, []);
  assert.equal(warnings.length, 1);
});

Deno.test("parseCsv() says what is wrong with a text", () => {
  const cases: [string, string][] = [
    ["", "wanted lines of numbers, found no text"],
    ["\n \n", "wanted lines of numbers, found no text"],
    [
      "Dear doctor,\nplease find\nmy ECG",
      'wanted lines of numbers, found "Dear doctor," and no such line',
    ],
    ["ECG [mV]\n1\n2\n3\n", "wanted a rate (option frequency) or a column of times, found neither"],
    [
      "sample,ECG\n1,1.5\n2,2.5\n3,3.5\n",
      'wanted a rate (option frequency) or a column of times, found only numbers of samples ("sample")',
    ],
    [
      "time,label\n0.1,a\n0.2,b\n0.3,c\n",
      "wanted a column of samples for each lead, at most 128, found none",
    ],
    [
      "t [s],ECG\n5,1\n5,2\n5,3\n",
      'wanted a rate (option frequency) or a column of times, found a column "t" that does not rise',
    ],
  ];
  for (const [text, difference] of cases) {
    assert.throws(() => parseCsv(text, { name: "night.csv" }), (error: Error) => {
      assert.equal(error.message, `Cannot read "night.csv": ${difference}`);
      assert.equal(lacksFrequency(error), difference.startsWith("wanted a rate"));
      return true;
    });
  }
  assert.throws(() => parseCsv("1\n2\n", { frequency: 0 }), {
    message: 'Cannot read "recording": wanted a frequency above 0, found 0',
  });
});

Deno.test("parseCsv() refuses gaps that would fill the memory", () => {
  const text = "t [s],ECG\n" + signalLines((v, i) => `${i < 20 ? i / 250 : 1e9 + i / 250},${v}`);
  assert.throws(() => parseCsv(text), {
    message:
      'Cannot read "recording": wanted gaps of at most 67108864 samples (option maximumSamples), ' +
      "found 1 of 1000000000 seconds together",
  });
});

/** Lines of a triangle of 1 mV, 20 samples long. */
function signalLines(line: (value: number, index: number) => string, count = 40): string {
  const values = Array.from({ length: count }, (_, i) => (10 - Math.abs(i % 20 - 10)) / 10);
  return values.map((value, i) => `${line(value, i)}\n`).join("");
}
