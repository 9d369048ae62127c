import assert from "node:assert/strict";
import { parseCsv } from "lib/recordings/mod.ts";
import { turnTable } from "lib/recordings/csv/table/turn_table.ts";

/** Peaks in microvolts, ten seconds at 125 Hz. */
const peaks = Array.from(
  { length: 1250 },
  (_, i) => Math.round(900 * Math.exp(-((i % 100 - 50) ** 2) / 9)),
);
const millivolts = Float32Array.from(peaks, (uv) => uv / 1000);

Deno.test("parseCsv() reads a recording along one line with its facts before the samples", () => {
  const names =
    "Start,End,Classification,Average Heart Rate (count/min),Sampling Frequency (Hz),Source,Voltage (µV)";
  const facts = "2024-05-01 10:02:12 +0200,2024-05-01 10:02:22 +0200,Sinus Rhythm,72,125,Watch";
  const samples = [
    peaks.join(","),
    `"${peaks.join(",")}"`,
    `"[${peaks.join(", ")}]"`,
    `"${peaks.join(" ")}"`,
  ];
  for (const line of samples) {
    const { leads, frequency, start, warnings } = parseCsv(`${names}\n${facts},${line}\n`);
    assert.deepEqual(leads.map(({ name, unit }) => [name, unit]), [["Voltage", "mV"]]);
    assert.deepEqual(leads[0]!.samples, millivolts);
    assert.deepEqual([frequency, start, warnings], [125, "2024-05-01T10:02:12+02:00", []]);
  }
});

Deno.test("parseCsv() takes numbers before the last named column for no samples", () => {
  const names = "Start;Samples;Sampling Frequency;ECG [mV]";
  const line = peaks.map((uv) => (uv / 1000).toFixed(3).replace(".", ",")).join(";");
  const { leads, frequency } = parseCsv(`${names}\n01.05.2024 10:02:12;1250;125;${line}\n`);
  assert.deepEqual(leads[0]!.samples, millivolts);
  assert.equal(frequency, 125);
});

Deno.test("parseCsv() reads the first of several recordings, one a line, and says so", () => {
  const line = (minute: number, sign: number) =>
    `2024-05-01 10:0${minute}:12,125,${peaks.map((uv) => sign * uv).join(",")}\n`;
  const { leads, start, warnings } = parseCsv(
    `Start,Sampling Frequency,ECG (uV)\n${line(1, 1)}${line(2, -1)}`,
  );
  assert.deepEqual(leads.map(({ samples }) => samples), [millivolts]);
  assert.equal(start, "2024-05-01T10:01:12");
  assert.deepEqual(warnings, ["The file has 2 recordings, one a line: the first is read."]);
});

Deno.test("parseCsv() reads leads along lines, with names and facts above or without", () => {
  const inverted = peaks.map((uv) => -uv);
  const wanted = [millivolts, millivolts.map((mv) => -mv)];
  const named = `Sampling rate: 125 Hz\nUnit: uV\nII\t${peaks.join("\t")}\nV5\t${
    inverted.join("\t")
  }\n`;
  const recording = parseCsv(named);
  assert.deepEqual(recording.leads.map(({ name }) => name), ["II", "V5"]);
  assert.deepEqual(
    recording.leads.map(({ samples }) => [...samples].map((v) => v + 0)),
    wanted.map((v) => [...v].map((mv) => mv + 0)),
  );
  const bare = parseCsv(`${peaks.join(" ")}\n${inverted.join(" ")}`, {
    frequency: 125,
    unit: "uV",
  });
  assert.deepEqual(bare.leads.map(({ name, samples }) => [name, samples.length]), [
    ["line 1", 1250],
    ["line 2", 1250],
  ]);
});

Deno.test("turnTable() leaves tables with rows, beats one a line and texts as they are", () => {
  const rows = peaks.map((uv, i) => `${i / 125},${uv}\n`).join("");
  const beats = `${peaks.slice(0, 188).join(",")}\n`.repeat(8);
  const many = `${peaks.join(",")}\n`.repeat(17);
  for (const text of [rows, beats, many, "", "Dear doctor,\nplease find\nmy ECG"]) {
    assert.equal(turnTable(text), undefined);
  }
});
