import assert from "node:assert/strict";
import { type EcgRecord, readRecord, WfdbError } from "lib/wfdb/mod.ts";
import { fixtureDirectory, memoryFiles, readRecordFixtures } from "./fixtures.ts";

type Files = Record<string, Uint8Array>;

const fixtures = await readRecordFixtures();
const records = new Map([...fixtures].map(([name, { files }]) => [name, files]));
for (const name of ["tiny_212", "tiny_16"]) {
  const files = ["hea", "dat", "atr"].map(async (extension) => {
    const file = `${name}.${extension}`;
    return [file, await Deno.readFile(fixtureDirectory + file)] as const;
  });
  records.set(name, Object.fromEntries(await Promise.all(files)));
}

/** What a damaged copy of a record reads as: a well-formed record, or the error that its reader gets. */
async function readDamaged(name: string, files: Files): Promise<EcgRecord | WfdbError> {
  const options = { readFile: memoryFiles(files), maximumSamples: 100_000 };
  return await readRecord(name, options).catch((error) => {
    assert.ok(error instanceof WfdbError, `${error.stack}`);
    return error;
  });
}

Deno.test("readRecord() reads 12,000 damaged records as well-formed ones, or throws a WfdbError", async () => {
  const random = pseudoRandom(20240229);
  const names = [...records.keys()];
  let errors = 0;
  for (let round = 0; round < 12_000; round++) {
    const name = names[random(names.length)]!;
    const files = { ...records.get(name)! };
    const file = Object.keys(files)[random(Object.keys(files).length)]!;
    for (let count = random(3); count >= 0; count--) files[file] = damage(files[file]!, random);
    const result = await readDamaged(name, files);
    if (result instanceof WfdbError) errors++;
    else checkForm(result);
  }
  assert.ok(errors > 5_000 && errors < 12_000, `${errors} errors`);
});

for (const format of [8, 16, 61, 80, 160, 212, 310, 311]) {
  Deno.test(`readRecord() catches every flipped bit of a signal in format ${format}`, async () => {
    for (const shape of ["one", "three", "frames"]) {
      const name = `${shape}_${format}`;
      const files = records.get(name)!;
      const intact = await readDamaged(name, files) as EcgRecord;
      const bytes = files[`${name}.dat`]!;
      let unused = 0;
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const result = await readDamaged(name, { ...files, [`${name}.dat`]: flip(bytes, bit) });
        if (result instanceof WfdbError) continue;
        // A bit that no sample uses: nothing has changed.
        assert.deepEqual(result.signals, intact.signals, `bit ${bit} of ${name}`);
        unused++;
      }
      const samples = intact.signals.reduce((sum, { length }) => sum + length, 0);
      const bits = { 212: 12, 310: 10, 311: 10, 8: 8, 80: 8 }[format] ?? 16;
      assert.equal(unused, bytes.length * 8 - samples * bits, name);
    }
  });
}

Deno.test("readRecord() catches every cut of a signal file", async () => {
  for (const [name, files] of records) {
    for (const file of Object.keys(files).filter((file) => file.endsWith(".dat"))) {
      if (name === "unstated") continue; // any length will do
      for (let length = 0; length < files[file]!.length; length++) {
        const cut = files[file]!.subarray(0, length);
        assert.ok(await readDamaged(name, { ...files, [file]: cut }) instanceof WfdbError, name);
      }
    }
  }
});

/** One random damage: a bit, a byte, a piece taken out, put in or repeated, a cut, or a huge number in a text. */
function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random(12));
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  switch (random(7)) {
    case 0:
      return flip(bytes, random(bytes.length * 8));
    case 1:
      return join(before, Uint8Array.from(piece, () => random(256)), after);
    case 2:
      return join(before, after);
    case 3:
      return join(before, Uint8Array.from(piece, () => random(256)), piece, after);
    case 4:
      return join(before, piece, piece, piece, after);
    case 5:
      return before;
    default: {
      const text = new TextDecoder("latin1").decode(bytes);
      const numbers = [...text.matchAll(/\d+/g)];
      if (numbers.length === 0) return bytes;
      const { index, 0: { length } } = numbers[random(numbers.length)]!;
      const huge = ["0", "-1", "99999", "2147483648", "1000000000000", "1e300"][random(6)]!;
      const digits = Uint8Array.from(huge, (character) => character.charCodeAt(0));
      return join(bytes.slice(0, index), digits, bytes.slice(index + length));
    }
  }
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  if (bytes.length > 0) flipped[bit >> 3]! ^= 1 << (bit & 7);
  return flipped;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function checkForm({ header, signals, annotations }: EcgRecord): void {
  assert.equal(signals.length, header.signals.length);
  assert.ok(Number.isSafeInteger(header.sampleCount) && header.samplingFrequency > 0);
  for (const [index, { samplesPerFrame, gain, baseline }] of header.signals.entries()) {
    assert.equal(signals[index]!.length, header.sampleCount * samplesPerFrame);
    assert.ok(Number.isFinite(gain) && gain !== 0 && Number.isInteger(baseline));
  }
  for (const { sample, symbol, subtype, channel, number, auxiliary } of annotations) {
    assert.ok(Number.isSafeInteger(sample) && symbol !== "" && auxiliary.length < 256);
    assert.ok(Math.abs(subtype) <= 128 && channel >= 0 && channel < 256 && Math.abs(number) <= 128);
  }
}

/** Integers from 0 to below a number, the same for the same seed (Lehmer's generator). */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state * 48271 % 2147483647;
    return Math.floor(state / 2147483647 * below);
  };
}
