import assert from "node:assert/strict";
import { parseCsv } from "lib/recordings/mod.ts";

/** Rows at 250 Hz from a second on. */
function rows(second: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${(second + i / 250).toFixed(3)},${i % 50}`);
}

for (const note of ["# connection lost", "--- ---", ",", "NaN,NaN", ",12"]) {
  Deno.test(`parseCsv() finds a gap that begins with the line "${note}"`, () => {
    const text = ["time [s],ECG [mV]", ...rows(0, 500), note, ...rows(12, 500), ""].join("\n");
    const { frequency, gaps, leads } = parseCsv(text);
    assert.equal(frequency, 250);
    assert.deepEqual(gaps, [{ start: 501 / 250, duration: 10 - 1 / 250 }]);
    assert.equal(leads[0]!.samples.length, 14 * 250);
    assert.equal(leads[0]!.samples[12 * 250 + 7], 7);
  });
}

Deno.test("parseCsv() finds a gap where the first row has no time, and none where rows have none", () => {
  const [first, ...others] = rows(0, 500);
  const text = (lines: string[]) => ["time [s],ECG [mV]", ...lines, ""].join("\n");
  const gapped = parseCsv(text([first!.replace("0.000", ""), ...others, ...rows(12, 500)]));
  assert.deepEqual(gapped.gaps, [{ start: 2, duration: 10 }]);
  const some = others.map((row, i) => i % 7 === 0 ? row.replace(/^[\d.]+/, "") : row);
  assert.deepEqual(parseCsv(text([first!, ...some])).gaps, []);
});

Deno.test("parseCsv() reads times in minutes and hours", () => {
  const table = (head: string, seconds: number) =>
    parseCsv(
      `${head}\n` +
        rows(0, 500).map((row, i) => `${i / 250 / seconds},${row.split(",")[1]}\n`).join(""),
    );
  for (const [unit, seconds] of [["min", 60], ["h", 3600], ["minutes", 60]] as const) {
    for (const head of [`Time [${unit}],ECG [mV]`, `Time (${unit}),ECG (mV)`]) {
      assert.deepEqual([table(head, seconds).frequency, table(head, seconds).warnings], [250, []]);
    }
  }
  for (const [unit, seconds] of [["min", 60], ["s", 1], ["ms", 0.001]] as const) {
    const { frequency, leads, warnings } = table(`Time,ECG\n${unit},mV`, seconds);
    assert.deepEqual([frequency, leads[0]!.name, warnings], [250, "ECG", []]);
  }
});
