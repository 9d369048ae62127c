import assert from "node:assert/strict";
import { readStep } from "lib/recordings/csv/read_step.ts";
import { parseCsv } from "lib/recordings/mod.ts";

/** Steps of a peak, one a line. */
const peak = [0, 3, -2, 40, 180, 60, -8, 1, 0, 2];
const lines = (line: (step: number) => string) => peak.map((step) => `${line(step)}\n`).join("");

Deno.test("readStep() reads the step of a recorder in any words", () => {
  const cases: [text: string, microvolts: number | undefined][] = [
    ["Resolution: 5 uV", 5],
    ["resolution 5 uV", 5],
    ["Resolution [uV]: 5", 5],
    ["Resolution,5,uV", 5],
    ["Resolution;0,005;mV", 5],
    ["# resolution=5uV/bit", 5],
    ["Amplitude resolution: 4.88 µV", 4.88],
    ["Auflösung: 2,5 µV", 2.5],
    ["Scale factor (uV/LSB): 2.5", 2.5],
    ["LSB weight 1.2207 microvolts", 1.2207],
    ["Gain: 200 adu/mV", 5],
    ["Gain: 400 counts per mV", 2.5],
    ["Gain: 1,000 adu/mV", 1],
    ["Resolution: 12 bit", undefined],
    ["Gain: 10 mm/mV", undefined],
    ["Unit: uV", undefined],
    ["Resolution: 0 uV", undefined],
    ["Offset 5 mV", undefined],
  ];
  for (const [text, microvolts] of cases) {
    const step = readStep(text);
    const found = step === undefined ? undefined : Number((1000 * step).toPrecision(6));
    assert.equal(found, microvolts, text);
  }
});

Deno.test("parseCsv() scales whole numbers by the step that the header names", () => {
  const head = "Recorder: H3\nSampling rate 200 Hz, resolution 5 uV\n";
  for (const [names, line] of [["", (v: number) => `${v}`], ["a;b\n", (v: number) => `${v};1`]]) {
    const text = `${head}${names}${lines(line as (step: number) => string)}`;
    const { leads, frequency, warnings } = parseCsv(text);
    assert.deepEqual(leads[0]!.samples, Float32Array.from(peak, (step) => step * 0.005));
    assert.deepEqual([leads[0]!.unit, frequency, warnings], ["mV", 200, []]);
  }
});

Deno.test("parseCsv() takes a unit that is named or given before the step of the recorder", () => {
  const wanted = Float32Array.from(peak, (step) => step / 1000);
  const text = `Rate: 200 Hz\nResolution: 5 uV\n`;
  const head = `${text}ECG [uV]\n`;
  assert.deepEqual(parseCsv(head + lines(String)).leads[0]!.samples, wanted);
  assert.deepEqual(parseCsv(`Unit: uV\n${text}${lines(String)}`).leads[0]!.samples, wanted);
  assert.deepEqual(parseCsv(text + lines(String), { unit: "uV" }).leads[0]!.samples, wanted);
});

Deno.test("parseCsv() does not scale numbers that are no whole steps, and says so", () => {
  const text = `Rate: 200 Hz\nResolution: 5 uV\n${lines((step) => `${step / 100}`)}`;
  const { leads, warnings } = parseCsv(text);
  assert.deepEqual(leads[0]!.samples, Float32Array.from(peak, (step) => step / 100));
  assert.deepEqual(warnings, [
    "The file says that a step is 5 uV, but its numbers are not whole steps: the step is ignored.",
    'The file names no unit for lead "ECG": mV is assumed, since the samples span 1.88.',
  ]);
});

Deno.test("parseCsv() takes no line of key and value for the name of the only column", () => {
  for (const head of ["Recorder: H3", "Gain: 10 mm/mV", "Filter;on", "ADC resolution=12 bit"]) {
    const text = `Rate: 200 Hz\n${head}\n${lines(String)}`;
    assert.equal(parseCsv(text, { unit: "uV" }).leads[0]!.name, "ECG", head);
  }
});
