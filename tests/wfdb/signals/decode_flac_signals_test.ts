import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { encodeRecord, readRecord } from "lib/wfdb/mod.ts";
import { memoryFiles, readFlacFixtures, toBytes } from "../fixtures.ts";

const fixtures = await readFlacFixtures();

for (const [name, { files, signals }] of fixtures) {
  Deno.test(`readRecord() reads the FLAC record "${name}" as wfdb-python and libFLAC do`, async () => {
    const record = await readRecord(name, { readFile: memoryFiles(files) });
    const found = record.signals.map((samples) => ({
      sha256: createHash("sha256").update(new Uint8Array(samples.slice().buffer)).digest("hex"),
      length: samples.length,
      first: [...samples.subarray(0, 4)],
    }));
    assert.deepEqual(found, signals);
  });
}

/** A record of the fixtures with another header, or the error that its reader gets. */
async function readChanged(name: string, change: (header: string) => string) {
  const { files } = fixtures.get(name)!;
  const header = toBytes(change(new TextDecoder().decode(files[`${name}.hea`])));
  return await readRecord(name, { readFile: memoryFiles({ ...files, [`${name}.hea`]: header }) });
}

Deno.test("readRecord() takes all of a FLAC stream where the header states no length", async () => {
  for (
    const [name, length] of [["two_524", 1500], ["endless_516", 2749], ["frames_508", 400]] as const
  ) {
    const { header, signals } = await readChanged(
      name,
      (text) => text.replace(/^(\S+ \d+ \d+) \d+/, "$1"),
    );
    const perFrame = header.signals[0]!.samplesPerFrame;
    assert.deepEqual([signals[0]!.length, header.sampleCount], [length, length / perFrame]);
  }
});

Deno.test("readRecord() takes the skew of a FLAC signal off and marks the end missing", async () => {
  const intact = await readChanged("two_524", (text) => text);
  const { signals } = await readChanged("two_524", (text) => text.replace(" 524 ", " 524:2 "));
  assert.deepEqual(signals[0]!.subarray(0, 1498), intact.signals[0]!.subarray(2));
  assert.deepEqual([...signals[0]!.subarray(1498)], [-8388608, -8388608]);
  assert.deepEqual(signals[1], intact.signals[1]);
});

Deno.test("readRecord() takes a FLAC stream of fewer bits than its format, not of more", async () => {
  const { signals } = await readChanged("two_508", (text) => text.replaceAll(" 508 ", " 524 "));
  assert.deepEqual([...signals[0]!.subarray(0, 4)], fixtures.get("two_508")!.signals[0]!.first);
  await assert.rejects(readChanged("two_524", (text) => text.replaceAll(" 524 ", " 516 ")), {
    message:
      'Cannot read record "two_524": bits of a sample in two_524.dat must be at most 16 but is 24',
  });
});

Deno.test("readRecord() says what of a FLAC file is not as its header says", async () => {
  const cases: [name: string, change: [string | RegExp, string], message: string][] = [
    ["two_516", [" 1500", " 1501"], "number of samples in two_516.dat must be 3002 but is 3000"],
    [
      "two_516",
      [/516 200/, "516+1 200"],
      "storage of the signals in two_516.dat must be one format",
    ],
    [
      "two_516",
      [/two_516 2(.*\n.*\n).*\n/, "two_516 1$1"],
      "number of channels in two_516.dat must be 1",
    ],
    ["frames_516", ["516x4", "516x2"], "samples per frame in frames_516.dat must be 2 as of all"],
  ];
  for (const [name, [from, to], message] of cases) {
    const reading = readChanged(name, (text) => text.replace(from, to));
    await assert.rejects(reading, (error) => {
      assert.ok(`${error}`.includes(`Cannot read record "${name}": ${message}`), `${error}`);
      return true;
    });
  }
});

Deno.test("readRecord() verifies checksums and initial values of FLAC signals", async () => {
  for (const part of ["initial value", "checksum"]) {
    const change = (text: string) =>
      text.replace(
        /(524 \S+ \d+ \d+) (-?\d+) (-?\d+)/,
        (_, head, initial, sum) =>
          part === "checksum" ? `${head} ${initial} ${+sum ^ 1}` : `${head} ${+initial ^ 1} ${sum}`,
      );
    await assert.rejects(
      readChanged("two_524", change),
      (error) => `${error}`.includes(`signal 0 ${part} must be`),
    );
  }
});

Deno.test("readRecord() takes no more samples from a FLAC stream than it may", async () => {
  const { files } = fixtures.get("constant_516")!;
  const readFile = memoryFiles(files);
  await assert.rejects(readRecord("constant_516", { readFile, maximumSamples: 599 }), {
    message: 'Cannot read record "constant_516": number of samples of constant_516.dat must be ' +
      "at most 599 (option maximumSamples) but is more",
  });
  assert.equal(
    (await readRecord("constant_516", { readFile, maximumSamples: 600 })).signals.length,
    2,
  );
});

Deno.test("readRecord() joins FLAC segments, and encodeRecord() writes them in a plain format", async () => {
  const { files } = fixtures.get("wasted_508")!;
  const joined = {
    ...files,
    "all.hea": toBytes("all/2 2 250 1000\nwasted_508 500\nwasted_508 500\n"),
  };
  const record = await readRecord("all", { readFile: memoryFiles(joined) });
  const once = await readRecord("wasted_508", { readFile: memoryFiles(files) });
  assert.deepEqual(record.signals[1]!.subarray(500), once.signals[1]);
  const written = encodeRecord(record);
  const again = await readRecord("all", { readFile: (path) => written.get(path) });
  assert.deepEqual(again.signals, record.signals);
});
