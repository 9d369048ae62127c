import assert from "node:assert/strict";
import { createPrng, type Prng } from "lib/random/mod.ts";
import { chooseLead, inspectLead, parseCsv, parseEdf, type Recording } from "lib/recordings/mod.ts";
import { readBytes, readTables } from "./fixtures.ts";

const rounds = 12_000;
const files = ["plain.edf", "plus.edf", "gaps.edf", "plain.bdf", "plus.bdf"];

Deno.test(`parseEdf() reads ${rounds} damaged files as well-formed recordings, or says that it cannot`, async () => {
  const whole = await Promise.all(files.map(readBytes));
  const errors = countErrors(
    whole,
    20240229,
    (bytes) => parseEdf(bytes, { maximumSamples: 100_000 }),
  );
  assert.ok(errors > 1000 && errors < rounds, `${errors} errors`);
});

Deno.test(`parseCsv() reads ${rounds} damaged tables as well-formed recordings, or says that it cannot`, async () => {
  const samples = Array.from({ length: 600 }, (_, i) => i % 97 - 40).join(";");
  const wide = `Start;Rate;ECG (uV)\n01.05.2024 10:02:12;125 Hz;${samples}\n`;
  const tables: { text: string; options: object }[] = [
    ...Object.values(await readTables()),
    { text: wide, options: {} },
    { text: `Resolution: 5 uV\nII;${samples}\nV5;${samples}\n`, options: { frequency: 125 } },
  ];
  const whole = tables.map(({ text }) => new TextEncoder().encode(text));
  const errors = countErrors(whole, 20240229, (bytes, index) => {
    const text = new TextDecoder().decode(bytes);
    return parseCsv(text, { ...tables[index]!.options, maximumSamples: 100_000 });
  });
  assert.ok(errors > 300 && errors < rounds, `${errors} errors`);
});

Deno.test("parseEdf() reads or refuses a file cut off anywhere", async () => {
  for (const bytes of await Promise.all(files.map(readBytes))) {
    for (let length = 0; length < bytes.length; length++) {
      tryToRead(() => parseEdf(bytes.subarray(0, length)));
    }
  }
});

/** Damages files, tries to read each, checks what it gives and counts the errors. */
function countErrors(
  whole: readonly Uint8Array[],
  seed: number,
  read: (bytes: Uint8Array, index: number) => Recording,
): number {
  const prng = createPrng(seed);
  let errors = 0;
  for (let round = 0; round < rounds; round++) {
    const index = below(whole.length, prng);
    let bytes = whole[index]!;
    for (let count = below(3, prng); count >= 0; count--) bytes = damage(bytes, prng);
    if (!tryToRead(() => read(bytes, index))) errors++;
  }
  return errors;
}

/** Whether a file can be read; what it gives, or the error, must have the right form. */
function tryToRead(read: () => Recording): boolean {
  let recording;
  try {
    recording = read();
  } catch (error) {
    assert.ok(
      error instanceof Error && error.message.startsWith("Cannot read"),
      `${(error as Error).stack}`,
    );
    return false;
  }
  checkForm(recording);
  return true;
}

function checkForm({ leads, frequency, gaps, annotations, warnings }: Recording): void {
  assert.ok(leads.length > 0 && frequency > 0 && Number.isFinite(frequency));
  for (const { samples, frequency, name, unit } of leads) {
    assert.ok(frequency > 0 && samples.length > 0 && typeof name === typeof unit);
    assert.ok(samples.every((value) => Math.abs(value) !== Infinity), name);
  }
  for (const { start, duration } of gaps) assert.ok(start > 0 && duration > 0);
  for (const { time, duration } of annotations) {
    assert.ok(Number.isFinite(time) && Number.isFinite(duration));
  }
  assert.ok(warnings.every((warning) => warning.endsWith(".") && warning.length < 300));
  const { lead } = chooseLead({ name: "damaged", leads });
  for (const { sentence } of inspectLead(lead.samples, lead.frequency)) {
    assert.match(sentence, /^[A-Z\d].*\.$/);
    assert.doesNotMatch(sentence, /NaN|undefined|Infinity/);
  }
}

/** One random damage: a bit, a piece changed, taken out, put in or repeated, a cut, a line twice, or a huge number. */
function damage(bytes: Uint8Array, prng: Prng): Uint8Array {
  const at = below(bytes.length + 1, prng);
  const end = Math.min(bytes.length, at + 1 + below(12, prng));
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  switch (below(8, prng)) {
    case 0: {
      const flipped = bytes.slice();
      if (at < flipped.length) flipped[at]! ^= 1 << below(8, prng);
      return flipped;
    }
    case 1:
      return join(before, piece.map(() => below(256, prng)), after);
    case 2:
      return join(before, after);
    case 3:
      return join(before, piece.map(() => below(256, prng)), piece, after);
    case 4:
      return join(before, piece, piece, piece, after);
    case 5:
      return before;
    case 6: {
      const head = bytes.slice(0, 1 + bytes.indexOf(10, at));
      return join(head, bytes);
    }
    default: {
      const text = new TextDecoder("latin1").decode(bytes);
      const numbers = [...text.matchAll(/\d+/g)];
      if (numbers.length === 0) return bytes;
      const { index, 0: { length } } = numbers[below(numbers.length, prng)]!;
      const other = ["0", "-1", "99999", "2147483648", "1e300", "nan", "", "1e-300"];
      const digits = new TextEncoder().encode(other[below(other.length, prng)]!);
      return join(bytes.slice(0, index), digits, bytes.slice(index + length));
    }
  }
}

function below(limit: number, prng: Prng): number {
  return Math.floor(prng() * limit);
}

function join(...parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
