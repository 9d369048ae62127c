import assert from "node:assert/strict";
import { millivoltsPer, parseEdf } from "lib/recordings/mod.ts";

/** An EDF+D file of one lead, with a data record of 25 samples in .1 s at each onset. */
function edfFile(
  { label = "ECG", dimension = "uV", duration = "0.1", samples = 25, onsets }: {
    label?: string | Uint8Array;
    dimension?: string | Uint8Array;
    duration?: string;
    samples?: number;
    onsets: readonly string[];
  },
): Uint8Array {
  const annotations = 60;
  const field = (text: string | Uint8Array, width: number) => {
    const bytes = new Uint8Array(width).fill(32);
    bytes.set(typeof text === "string" ? new TextEncoder().encode(text) : text);
    return bytes;
  };
  const pair = (first: string | Uint8Array, second: string, width: number) => [
    field(first, width),
    field(second, width),
  ];
  const record = (onset: string) => {
    const bytes = new Uint8Array(2 * (samples + annotations));
    bytes.set(new TextEncoder().encode(`+${onset}\x14\x14`), 2 * samples);
    return bytes;
  };
  const parts = [
    field("0", 8),
    field("X X X X", 80),
    field("Startdate 05-MAR-2023 X X X", 80),
    field("05.03.2304.07.09768", 24),
    field("EDF+D", 44),
    field(String(onsets.length), 8),
    field(duration, 8),
    field("2", 4),
    ...pair(label, "EDF Annotations", 16),
    ...pair("", "", 80),
    ...pair(dimension, "", 8),
    ...["-3276.8", "3276.7", "-32768", "32767"].flatMap((limit) => pair(limit, limit, 8)),
    ...pair("", "", 80),
    ...pair(String(samples), String(annotations), 8),
    ...pair("", "", 32),
    ...onsets.map(record),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

Deno.test("parseEdf() takes no record for a gap that comes a sample late", () => {
  const { gaps, leads } = parseEdf(edfFile({ onsets: ["0", "0.1", "0.203", "0.5"] }));
  assert.deepEqual(gaps.map(({ duration }) => Math.round(1000 * duration)), [200]);
  assert.equal(leads[0]!.samples.length, 150);
});

Deno.test("parseEdf() reads names and units in ASCII, UTF-8 and Latin-1", () => {
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  for (const [label, dimension] of [["Größe", "µV"], [latin("Größe"), latin("µV")]] as const) {
    const [lead] = parseEdf(edfFile({ label, dimension, onsets: ["0"] })).leads;
    assert.deepEqual([lead!.name, lead!.unit], ["Größe", "mV"]);
  }
});

Deno.test("millivoltsPer() knows what pyedflib makes of µV", () => {
  assert.equal(millivoltsPer("AuV"), 0.001);
  assert.equal(millivoltsPer("Au"), undefined);
});

Deno.test("parseEdf() gives the rate without the rounding of its quotient", () => {
  for (const [duration, samples] of [["1.1", 275], ["0.7", 350], ["1.1", 396]] as const) {
    const { frequency } = parseEdf(edfFile({ duration, samples, onsets: ["0"] }));
    assert.equal(frequency, Math.round(samples / Number(duration)));
  }
});
