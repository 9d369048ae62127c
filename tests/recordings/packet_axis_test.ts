import assert from "node:assert/strict";
import { parseCsv } from "lib/recordings/mod.ts";

/** Rows at 250 Hz from a second of the day on, with times that have no parts of a second. */
function rows(from: number, seconds: number): string[] {
  return Array.from({ length: seconds * 250 }, (_, i) => {
    const second = Math.floor(from + i / 250 + 1e-9);
    return `${new Date(1000 * second).toISOString().slice(11, 19)},${i % 50}`;
  });
}

function read(lines: readonly string[]) {
  return parseCsv(["time,ECG [mV]", ...lines, ""].join("\n"));
}

Deno.test("parseCsv() has the rate of times without parts of a second from the rows of whole ones", () => {
  for (const [from, seconds] of [[36_000, 10], [36_000.6, 10], [86_395.2, 20]] as const) {
    const { frequency, gaps, warnings } = read(rows(from, seconds));
    assert.deepEqual([frequency, gaps], [250, []]);
    assert.deepEqual(warnings, [
      "Many rows have the same time; they are taken as evenly spaced.",
    ]);
  }
});

Deno.test("parseCsv() finds the gaps of times without parts of a second", () => {
  const { frequency, gaps, leads } = read([...rows(36_000.6, 30), ...rows(36_090.4, 30)]);
  assert.equal(frequency, 250);
  assert.deepEqual(gaps, [{ start: 30, duration: 59.8 }]);
  assert.equal(leads[0]!.samples[89.8 * 250 + 7], 7);
});

Deno.test("parseCsv() takes the mean rate where packets of rows are not alike", () => {
  const lines = Array.from({ length: 200 }, (_, i) => `${i * i},${i}\n`.repeat(3 + i % 7)).join("");
  const { frequency, warnings } = parseCsv(`time [ms],ECG [mV]\n${lines}`);
  assert.ok(Math.abs(frequency - 1000 * 1193 / 199 ** 2) < 0.5, `${frequency}`);
  assert.match(warnings[0]!, /the rate is that from the first row to the last/);
});
