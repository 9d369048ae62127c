import assert from "node:assert/strict";
import { parseCsv } from "lib/recordings/mod.ts";

/** Twenty rows of two leads, in the numbers of `write`. */
function rows(write: (i: number) => string): string {
  return Array.from({ length: 20 }, (_, i) => `${write(i)}\n`).join("");
}

/** Names, units and the first two samples of what a table holds. */
function leads(text: string) {
  const { leads, frequency, warnings } = parseCsv(text);
  assert.deepEqual([frequency, warnings], [250, []]);
  return leads.map(({ name, unit, samples }) =>
    [name, unit, samples.length, ...samples.subarray(0, 2)].join(" ")
  );
}

const seconds = (i: number) => (12 + i / 250).toFixed(3);

Deno.test("parseCsv() takes no line of key and value for a row of a clock and samples", () => {
  const head = "Sample rate,250\nUnit: mV\nTime of day,II,V1\n";
  const found = leads(head + rows((i) => `10:00:${seconds(i)},${i % 5},${i % 3 + 1}`));
  assert.deepEqual(found, ["II mV 20 0 1", "V1 mV 20 1 2"]);
});

Deno.test("parseCsv() takes rows without samples at the beginning for rows, and no names from them", () => {
  const row = (i: number) => i < 2 ? "NaN" : String(i % 5);
  const one = leads("fs=250\nII [mV]\n" + rows(row));
  assert.deepEqual(one, ["II mV 20 NaN NaN"]);
  const clock = leads("Time,II [mV]\n" + rows((i) => `10:00:${seconds(i)},${row(i)}`));
  assert.deepEqual(clock, one);
  const spreadsheet = "fs=250,,\nII [mV],V1 [mV],\n,,\n" + rows((i) => `${i % 5},${i % 3},`);
  assert.deepEqual(leads(spreadsheet).slice(0, 2), ["II mV 20 0 1", "V1 mV 20 0 1"]);
  const ruled = "fs=250\nII[mV] V1[mV]\n------ ------\n" + rows((i) => `${i % 5} ${i % 3}`);
  assert.equal(parseCsv(ruled).leads[0]!.samples.length, 20);
});

Deno.test("parseCsv() reads decimal commas between white space beside times and missing samples", () => {
  const comma = (text: string) => text.replace(".", ",");
  const samples = (i: number) => `${i === 7 ? "NaN" : `0,${i % 5}`} 1,${i % 3}`;
  const wanted = ["II mV 20 0 0.10000000149011612", "V1 mV 20 1 1.100000023841858"];
  const of = (head: string, time: (i: number) => string) =>
    leads(`${head} II[mV] V1[mV]\n` + rows((i) => `${time(i)} ${samples(i)}`));
  assert.deepEqual(of("time", (i) => comma(seconds(i))), wanted);
  assert.deepEqual(of("time", (i) => `10:00:${comma(seconds(i))}`), wanted);
  assert.deepEqual(of("date time", (i) => `28.03.2019 10:00:${comma(seconds(i))}`), wanted);
  const whole = "time II[mV]\n" + rows((i) => `10:00:${comma(seconds(i))} ${i % 5}`);
  assert.deepEqual(leads(whole), ["II mV 20 0 1"]);
});

Deno.test("parseCsv() keeps a sample apart from the time before it where commas are between fields", () => {
  const found = parseCsv("time,II [mV]\n" + rows((i) => `2019-03-28 10:00:${12 + i},${i % 5}`));
  assert.equal(found.frequency, 1);
  assert.deepEqual(found.leads[0]!.samples.subarray(0, 3), Float32Array.of(0, 1, 2));
});
