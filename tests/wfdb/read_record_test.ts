import assert from "node:assert/strict";
import { readRecord, WfdbError } from "lib/wfdb/mod.ts";
import { fixtureDirectory, memoryFiles, readRecordFixtures, toBytes } from "./fixtures.ts";

const fixtures = await readRecordFixtures();

Deno.test("readRecord() reads header, signals and annotations from a folder", async () => {
  const record = await readRecord(`${fixtureDirectory}tiny_212`);
  assert.equal(record.name, "tiny_212");
  assert.deepEqual(record.header.comments, ["63 F", "made by wfdb-python"]);
  assert.deepEqual(record.signals.map(({ length }) => length), [501, 501]);
  assert.deepEqual(record.annotations.map(({ symbol }) => symbol).join(""), '+NV/~"');
  assert.equal(record.annotations[0]?.auxiliary, "(N");
});

for (const name of ["offset", "skewed", "unstated", "files"]) {
  Deno.test(`readRecord() reads the record "${name}" as wfdb-python does`, async () => {
    const { files, signals } = fixtures.get(name)!;
    const record = await readRecord(name, { readFile: memoryFiles(files) });
    assert.deepEqual(record.signals.map((samples) => [...samples]), signals);
    assert.equal(record.header.sampleCount, 30);
  });
}

Deno.test("readRecord() trims signals of unstated length to the shortest file", async () => {
  const files = {
    "two.hea": toBytes("two 2 250\na.dat 80\nb.dat 16"),
    "a.dat": new Uint8Array(9),
    "b.dat": new Uint8Array(9),
  };
  const { header, signals } = await readRecord("two", { readFile: memoryFiles(files) });
  assert.deepEqual([header.sampleCount, ...signals.map(({ length }) => length)], [4, 4, 4]);
});

Deno.test("readRecord() takes no length from a signal that no file holds", async () => {
  const files = {
    "two.hea": toBytes("two 2 250\na.dat 80\n~ 0x2"),
    "a.dat": Uint8Array.of(129, 128, 127),
  };
  const { header, signals } = await readRecord("two", { readFile: memoryFiles(files) });
  assert.equal(header.sampleCount, 3);
  assert.deepEqual(signals, [Int32Array.of(1, 0, -1), new Int32Array(6).fill(-32768)]);
});

Deno.test("readRecord() gives no annotations where there are none, unless they were asked for", async () => {
  const readFile = memoryFiles(fixtures.get("one_16")!.files);
  assert.deepEqual((await readRecord("one_16", { readFile })).annotations, []);
  await assert.rejects(readRecord("one_16", { readFile, annotator: "qrs" }), {
    message: 'Cannot read record "one_16": one_16.qrs must be a readable file but is missing',
  });
});

Deno.test("readRecord() reads a header in Latin-1", async () => {
  const text = Uint8Array.from("mu 1 1\n~ 0 1/\xb5V\n", (character) => character.charCodeAt(0));
  const record = await readRecord("mu", { readFile: memoryFiles({ "mu.hea": text }) });
  assert.equal(record.header.signals[0]?.units, "µV");
});

Deno.test("readRecord() is given bytes at once or later, and told of a missing file in any way", async () => {
  const files = fixtures.get("one_16")!.files;
  const ways: (() => undefined)[] = [
    () => undefined,
    () => raise(new Deno.errors.NotFound("no such file")),
    () => raise(Object.assign(new Error("no such file"), { code: "ENOENT" })),
    () => raise(new DOMException("no such file", "NotFoundError")),
  ];
  for (const missing of ways) {
    const readFile = (path: string) => files[path.replace("a/b\\", "")] ?? missing();
    const record = await readRecord("a/b\\one_16", { readFile });
    assert.deepEqual([record.name, record.annotations], ["one_16", []]);
    await assert.rejects(readRecord("a/b\\one_16", { readFile, annotator: "qrs" }), {
      message: 'Cannot read record "one_16": one_16.qrs must be a readable file but is missing',
    });
  }
});

Deno.test("readRecord() says which file is missing", async () => {
  await assert.rejects(readRecord("/nowhere/207"), (error) => {
    assert.ok(error instanceof WfdbError && (error.cause as { code?: string }).code === "ENOENT");
    const message = 'Cannot read record "207": 207.hea must be a readable file but is missing';
    return error.message === message;
  });
});

Deno.test("readRecord() wants the signals of a file next to each other", async () => {
  const files = { "x.hea": toBytes("x 3\na.dat 16\nb.dat 16\na.dat 16") };
  await assert.rejects(readRecord("x", { readFile: memoryFiles(files) }), {
    message:
      'Cannot read record "x": signal 2 file name must be next to the other signals of its file but is a.dat again',
  });
});

Deno.test("readRecord() refuses signals without a file that would take more memory than allowed", async () => {
  const readFile = memoryFiles({ "x.hea": toBytes("x 2 250 1000000000000\n~ 0x99\n~ 0") });
  await assert.rejects(
    readRecord("x", { readFile }),
    /at most 268435456 \(option maximumSamples\)/,
  );
});

function raise(error: unknown): never {
  throw error;
}

Deno.test("readRecord() refuses a signal file that is no regular file, which may never end", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/x.hea`, "x 1 250 10\nx.dat 16\n");
    await Deno.mkdir(`${folder}/x.dat`);
    await assert.rejects(readRecord(`${folder}/x`), {
      message: 'Cannot read record "x": x.dat must be a readable file but is not a regular file',
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
