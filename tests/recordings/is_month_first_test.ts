import assert from "node:assert/strict";
import { parseCsv } from "lib/recordings/mod.ts";

/** Ten rows a second around midnight, for a second on either side. */
function table(before: string, after: string): string {
  const rows = Array.from(
    { length: 20 },
    (_, i) => i < 10 ? `${before} 23:59:59.${i}00,${i}` : `${after} 00:00:00.${i - 10}00,${i}`,
  );
  return ["time,ECG [mV]", ...rows, ""].join("\n");
}

Deno.test("parseCsv() takes the day or the month for first, as rows across midnight tell", () => {
  const cases = [
    ["05/03/2024", "06/03/2024", "2024-03-05"], // the day first
    ["05/03/2024", "05/04/2024", "2024-05-03"], // the month first
    ["12/31/2024", "01/01/2025", "2024-12-31"],
    ["04/30/2024", "05/01/2024", "2024-04-30"],
    ["31/05/2024", "01/06/2024", "2024-05-31"],
    ["2024-03-05", "2024-03-06", "2024-03-05"],
  ] as const;
  for (const [before, after, day] of cases) {
    const { frequency, gaps, leads, start, warnings } = parseCsv(table(before, after));
    assert.deepEqual([frequency, gaps, warnings], [10, [], []]);
    assert.equal(leads[0]!.samples.length, 20);
    assert.equal(start, `${day}T23:59:59`);
  }
});
