import assert from "node:assert/strict";
import { millivoltsPer, parseEdf } from "lib/recordings/mod.ts";
import { decodeDoubles, readBytes, readReference } from "./fixtures.ts";

const reference = await readReference();

for (const [file, wanted] of Object.entries(reference)) {
  Deno.test(`parseEdf() reads ${file} as pyedflib does, to the last bit`, async () => {
    const { leads, annotations, start, gaps, warnings } = parseEdf(await readBytes(file));
    assert.deepEqual(leads.map(({ name }) => name), wanted.leads.map(({ name }) => name));
    for (const [index, { unit, frequency, physical }] of wanted.leads.entries()) {
      const lead = leads[index]!;
      const factor = millivoltsPer(unit);
      assert.equal(lead.unit, factor === undefined ? unit : "mV");
      assert.equal(lead.frequency, frequency);
      const samples = decodeDoubles(physical).map((value) => value * (factor ?? 1));
      assert.deepEqual(lead.samples, Float32Array.from(samples));
    }
    assert.deepEqual(annotations, wanted.annotations);
    assert.equal(start, wanted.start);
    assert.deepEqual([gaps, warnings], [[], []]);
  });
}

Deno.test("parseEdf() names the variant of the format", async () => {
  const format = async (file: string) => parseEdf(await readBytes(file)).format;
  assert.equal(await format("plain.edf"), "EDF");
  assert.equal(await format("plus.edf"), "EDF+C");
  assert.equal(await format("gaps.edf"), "EDF+D");
  assert.equal(await format("plain.bdf"), "BDF");
  assert.equal(await format("plus.bdf"), "BDF+C");
});

Deno.test("parseEdf() puts the records of a discontinuous file at their times, NaN between", async () => {
  const whole = parseEdf(await readBytes("plus.edf"));
  const { leads, gaps, start, annotations, warnings } = parseEdf(await readBytes("gaps.edf"));
  assert.deepEqual(gaps, [{ start: 2, duration: 0.5 }, { start: 4.5, duration: 55.5 }]);
  assert.equal(start, "2023-03-05T04:07:09.250");
  assert.deepEqual(annotations.map(({ time }) => time), [0.25, 1, 3.75]);
  assert.deepEqual(warnings, []);
  for (const [index, { samples, frequency }] of leads.entries()) {
    const joined = whole.leads[index]!.samples;
    assert.equal(samples.length, 61 * frequency);
    for (const [record, at] of [0, 1, 2.5, 3.5, 60].entries()) {
      assert.deepEqual(
        samples.slice(at * frequency, (at + 1) * frequency),
        joined.slice(record * frequency, (record + 1) * frequency),
      );
    }
    for (const { start, duration } of gaps) {
      const gap = samples.slice(start * frequency, (start + duration) * frequency);
      assert.ok(gap.length > 0 && gap.every(Number.isNaN));
    }
  }
});

Deno.test("parseEdf() believes a file that says it has no gaps, and tells where its times speak against it", async () => {
  const bytes = edit(await readBytes("gaps.edf"), 192, "EDF+C");
  const { leads, gaps, warnings } = parseEdf(bytes);
  assert.deepEqual(leads, parseEdf(await readBytes("plus.edf")).leads);
  assert.deepEqual(gaps, []);
  assert.deepEqual(warnings, ["The file says that it has no gaps, but its times jump 2 times."]);
});

Deno.test("parseEdf() puts a record that begins too early, or does not say when, after the one before", async () => {
  const whole = parseEdf(await readBytes("plus.edf"));
  for (
    const [text, warning] of [
      ["+0.75", "1 data records begin before the one before them ends."],
      ["later", "1 data records do not say when they begin."],
    ] as const
  ) {
    const bytes = edit(await readBytes("gaps.edf"), 1024 + 306 + 192, text);
    const { leads, gaps, warnings } = parseEdf(bytes);
    assert.deepEqual(leads[0]!.samples.slice(0, 128), whole.leads[0]!.samples.slice(0, 128));
    assert.equal(gaps.length, 2);
    assert.equal(warnings.at(-1), warning);
  }
});

Deno.test("parseEdf() reads the whole records of a file that is cut off, and says so", async () => {
  const bytes = await readBytes("plus.edf");
  const { leads, warnings } = parseEdf(bytes.subarray(0, -400));
  assert.equal(leads[0]!.samples.length, 3 * 64);
  assert.deepEqual(warnings, ["The file is cut off: it holds 3 of 5 data records."]);
});

Deno.test("parseEdf() reads a file whose recorder was stopped half-way", async () => {
  const bytes = edit(await readBytes("plus.edf"), 236, "-1");
  const { leads, warnings } = parseEdf(bytes);
  assert.equal(leads[0]!.samples.length, 5 * 64);
  assert.equal(warnings.length, 1);
});

Deno.test("parseEdf() keeps the text of a start that is not a date, and says so", async () => {
  const { start, warnings } = parseEdf(edit(await readBytes("plain.edf"), 168, "31.02.97"));
  assert.equal(start, "31.02.97 23.59.58");
  assert.equal(
    warnings[0],
    'The start of the recording is not a date and time: "31.02.97 23.59.58".',
  );
  const empty = parseEdf(edit(await readBytes("plain.edf"), 168, " ".repeat(16)));
  assert.deepEqual([empty.start, empty.warnings], [undefined, []]);
});

Deno.test("parseEdf() takes the unit that is named instead of the file's voltages", async () => {
  const bytes = await readBytes("plain.edf");
  const [own, resp] = parseEdf(bytes).leads;
  const [named, same] = parseEdf(bytes, { unit: "mV" }).leads;
  assert.ok(Math.abs(named!.samples[0]! / own!.samples[0]! - 1000) < 0.01);
  assert.deepEqual(same, resp);
});

Deno.test("parseEdf() gives raw numbers where the scale is none, and says so", async () => {
  const bytes = await readBytes("plain.edf");
  const physicalMinimum = 256 + 2 * (16 + 80 + 8);
  const { leads, warnings } = parseEdf(edit(bytes, physicalMinimum, "3276.7  "));
  assert.deepEqual(Array.from(leads[0]!.samples.slice(0, 2)), [-32768, 32767]);
  assert.match(warnings[0]!, /^Lead "ECG II" has no usable scale/);
});

Deno.test("parseEdf() says what is wrong with a file", async () => {
  const bytes = await readBytes("plus.edf");
  const cases: [Uint8Array, string][] = [
    [new Uint8Array(), "wanted an EDF header of 256 bytes, found the end of the file after 0"],
    [
      bytes.subarray(0, 300),
      "wanted an EDF header of 1024 bytes, found the end of the file after 300",
    ],
    [bytes.subarray(0, 1100), "wanted a data record of 306 bytes, found 76 after the header"],
    [edit(bytes, 252, "two "), 'wanted a number as number of signals, found "two"'],
    [edit(bytes, 244, "0       "), "wanted a duration of a data record above 0, found 0"],
    [edit(bytes, 236, "0       "), "wanted 1 data record or more, found 0"],
    [edit(bytes, 252, "0   "), "wanted a signal with samples, found none"],
  ];
  for (const [damaged, difference] of cases) {
    assert.throws(() => parseEdf(damaged, { name: "night.edf" }), (error: Error) => {
      assert.equal(error.message, `Cannot read "night.edf": ${difference}`);
      return true;
    });
  }
});

Deno.test("parseEdf() refuses gaps that would fill the memory", async () => {
  const bytes = await readBytes("gaps.edf");
  assert.throws(() => parseEdf(bytes, { maximumSamples: 1000 }), {
    message:
      'Cannot read "recording": wanted gaps of at most 1000 samples (option maximumSamples), ' +
      "found 2 of 56 seconds together",
  });
});

function edit(bytes: Uint8Array, at: number, text: string): Uint8Array {
  const edited = bytes.slice();
  edited.set(new TextEncoder().encode(text), at);
  return edited;
}
