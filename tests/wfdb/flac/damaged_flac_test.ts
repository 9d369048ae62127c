import assert from "node:assert/strict";
import { type EcgRecord, readRecord, WfdbError } from "lib/wfdb/mod.ts";
import { parseStreamInfo } from "lib/wfdb/flac/parse_stream_info.ts";
import { memoryFiles, readFlacFixtures } from "../fixtures.ts";

type Files = Record<string, Uint8Array>;

const records = new Map([...await readFlacFixtures()].map(([name, { files }]) => [name, files]));

/** The record of damaged files, or the error that its reader gets. */
async function readDamaged(name: string, files: Files): Promise<EcgRecord | WfdbError> {
  const options = { readFile: memoryFiles(files), maximumSamples: 100_000 };
  return await readRecord(name, options).catch((error) => {
    assert.ok(error instanceof WfdbError, `${error.stack}`);
    assert.match(error.message, /^Cannot read record "\w+": .+ must be .+ but is .+$/);
    assert.doesNotMatch(error.message, /undefined|NaN/);
    return error;
  });
}

Deno.test("readRecord() reads 5,000 damaged FLAC files to the last bit, or throws a WfdbError", async () => {
  const random = pseudoRandom(20240229);
  // Long records would take the time of many.
  const short = [...records].filter(([name]) => name !== "blocks_516" && name !== "rates");
  const intact = new Map<string, EcgRecord>();
  for (const [name, files] of short) {
    intact.set(name, await readRecord(name, { readFile: memoryFiles(files) }));
  }
  let errors = 0;
  for (let round = 0; round < 5_000; round++) {
    const [name, files] = short[random(short.length)]!;
    const file = `${name}.dat`;
    let bytes = files[file]!;
    for (let count = random(3); count >= 0; count--) bytes = damage(bytes, random);
    const result = await readDamaged(name, { ...files, [file]: bytes });
    if (result instanceof WfdbError) errors++;
    else assert.deepEqual(result.signals, intact.get(name)!.signals, name);
  }
  assert.ok(errors > 4_000 && errors < 5_000, `${errors} errors`);
});

Deno.test("readRecord() catches every flipped bit of a FLAC frame", async () => {
  for (const name of ["constant_516", "mid_508"]) {
    const files = records.get(name)!;
    const file = `${name}.dat`;
    const bytes = files[file]!;
    const { framesStart } = parseStreamInfo(bytes, (part) => assert.fail(part));
    const from = Math.max(framesStart, bytes.length - 600);
    for (let bit = from * 8; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const result = await readDamaged(name, { ...files, [file]: flipped });
      assert.ok(result instanceof WfdbError, `bit ${bit} of ${name}`);
    }
  }
});

Deno.test("readRecord() catches every cut of a FLAC file", async () => {
  for (const name of ["constant_508", "sizes_516", "endless_516", "both_524"]) {
    const files = records.get(name)!;
    const file = `${name}.dat`;
    const bytes = files[file]!;
    for (let length = 0; length < bytes.length; length += length < 200 ? 1 : 7) {
      const cut = { ...files, [file]: bytes.subarray(0, length) };
      assert.ok(await readDamaged(name, cut) instanceof WfdbError, `${name} ${length}`);
    }
  }
});

/** One random damage: a bit, or a piece changed, taken out, put in, repeated or cut off. */
function damage(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  // Every other time near the beginning, where all lengths are.
  const at = random(random(2) === 0 ? bytes.length + 1 : Math.min(bytes.length + 1, 80));
  const end = Math.min(bytes.length, at + 1 + random(random(4) === 0 ? 400 : 12));
  const [before, piece, after] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
  switch (random(7)) {
    case 0: {
      const flipped = bytes.slice();
      if (at < flipped.length) flipped[at]! ^= 1 << random(8);
      return flipped;
    }
    case 1:
      return join(before, piece.map(() => random(256)), after);
    case 2:
      return join(before, after);
    case 3:
      return join(before, piece.map(() => random(256)), piece, after);
    case 4:
      return join(before, piece, piece, piece, after);
    case 5:
      return join(before, piece.fill(random(2) * 255), after);
    default:
      return before;
  }
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Integers from 0 to below a number, the same for the same seed (Lehmer's generator). */
function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state * 48271 % 2147483647;
    return Math.floor(state / 2147483647 * below);
  };
}
