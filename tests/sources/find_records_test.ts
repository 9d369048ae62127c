import assert from "node:assert/strict";
import { join } from "node:path";
import { findRecords, type FindRecordsOptions, syntheticPatients } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";
import { type RecordServer, serveFiles } from "./record_server.ts";

const files = Object.fromEntries(
  ["hea", "dat", "atr"].map((kind) => [`100.${kind}`, new TextEncoder().encode(kind.repeat(99))]),
);
const synthetic = { patients: syntheticPatients.slice(0, 2), duration: 5 };

interface Place {
  server: RecordServer;
  root: string;
  lines: string[];
  find: (options?: FindRecordsOptions) => ReturnType<typeof findRecords>;
}

/** A server with one record, an empty data folder, no ECG_DATA, and the lines that were said. */
async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  const variable = Deno.env.get("ECG_DATA");
  Deno.env.delete("ECG_DATA");
  await using server = serveFiles(files);
  const lines: string[] = [];
  const download = {
    baseUrl: server.baseUrl,
    records: ["100"],
    connectTimeout: 200,
    retryDelay: 5,
    onProgress: () => {},
  };
  const find = (options: FindRecordsOptions = {}) =>
    findRecords({ root, download, synthetic, log: (line) => lines.push(line), ...options });
  try {
    await work({ server, root, lines, find });
  } finally {
    if (variable !== undefined) Deno.env.set("ECG_DATA", variable);
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("findRecords() downloads the records, and finds them the next time", async () => {
  await withPlace(async ({ server, root, find }) => {
    const found = await find();
    assert.deepEqual(found, {
      directory: join(root, "mitdb"),
      source: { name: "MIT-BIH Arrhythmia Database 1.0.0", synthetic: false },
    });
    const asked = server.requests.length;
    assert.deepEqual(await find(), found);
    assert.equal(server.requests.length, asked);
  });
});

Deno.test("findRecords() falls back to synthetic records and says so and why", async () => {
  await withPlace(async ({ server, root, lines, find }) => {
    server.faults = { "100.dat": [404] };
    const { directory, source } = await find();
    assert.equal(directory, join(root, "synthetic"));
    assert.equal(source.synthetic, true);
    assert.equal((await readRecords(directory)).length, 2);
    const said = lines.join("\n");
    assert.match(said, /SYNTHETIC, because .*100\.dat: wanted status 200 or 206, found 404/);
    assert.match(said, /--data DIR or ECG_DATA=DIR/);
  });
});

Deno.test("findRecords() does not wait for a server again that was just out of reach", async () => {
  await withPlace(async ({ server, root, lines, find }) => {
    server.faults = { "*": ["silent"] };
    assert.equal((await find()).source.synthetic, true);
    assert.equal((await find()).source.synthetic, true);
    assert.equal(server.requests.length, 1);
    assert.match(lines.at(-2)!, /could not be reached 0 min ago/);
    const note = join(root, "mitdb", "unreachable");
    await Deno.utime(note, new Date(), new Date(Date.now() - 20 * 60_000));
    assert.equal((await find({ retryAfter: 30 * 60_000 })).source.synthetic, true);
    assert.equal(server.requests.length, 1);
    assert.equal((await find()).source.synthetic, true);
    assert.equal(server.requests.length, 2);
    server.faults = {};
    const tomorrow = new Date(Date.now() + 86_400_000); // the clock was wrong when it was written
    await Deno.utime(note, tomorrow, tomorrow);
    assert.equal((await find({ retryAfter: 30 * 60_000 })).source.synthetic, false);
  });
});

Deno.test("findRecords() tells of records that were copied there but cannot be checked", async () => {
  await withPlace(async ({ server, root, lines, find }) => {
    server.faults = { "*": ["silent"] };
    await Deno.mkdir(join(root, "mitdb"));
    for (const [name, bytes] of Object.entries(files)) {
      await Deno.writeFile(join(root, "mitdb", name), bytes);
    }
    assert.equal((await find()).source.synthetic, true);
    assert.match(lines.join("\n"), /mitdb are not used: .* --data .*mitdb\.\n/);
  });
});

Deno.test("findRecords() takes the folder it is given, else that of ECG_DATA, before all else", async () => {
  await withPlace(async ({ server, root, lines, find }) => {
    await find();
    const given = await find({ data: join(root, "mitdb"), root: "/nowhere" });
    assert.equal(given.directory, join(root, "mitdb"));
    assert.match(
      lines.at(-1)!,
      /Of the 48 MIT-BIH records 47 are missing in .*: 101 102 .* 234\.$/,
    );
    Deno.env.set("ECG_DATA", join(root, "mitdb"));
    assert.equal((await find({ root: "/nowhere" })).directory, join(root, "mitdb"));
    await assert.rejects(find({ data: join(root, "none") }), /--data: wanted a folder/);
    Deno.env.set("ECG_DATA", join(root, "none"));
    await assert.rejects(find(), /ECG_DATA: wanted a folder/);
    Deno.env.set("ECG_DATA", "");
    assert.equal((await find()).source.synthetic, false);
    Deno.env.delete("ECG_DATA");
    assert.equal(server.requests.length, 4);
  });
});

Deno.test("findRecords() reads a relative path in ECG_DATA from the project's folder", async () => {
  await withPlace(async ({ root, find }) => {
    const here = Deno.cwd();
    Deno.chdir(root);
    Deno.env.set("ECG_DATA", "tests/fixtures/no-such-records");
    const error = await find().catch((error) => error);
    Deno.env.delete("ECG_DATA");
    Deno.chdir(here);
    const project = join(import.meta.dirname!, "..", "..");
    assert.ok(
      error.message.includes(join(project, "tests/fixtures/no-such-records")),
      error.message,
    );
  });
});

Deno.test("findRecords() knows given synthetic records for what they are", async () => {
  await withPlace(async ({ server, find }) => {
    server.faults = { "*": [404] };
    const { directory, source } = await find();
    assert.deepEqual(await find({ data: directory }), { directory, source });
  });
});

Deno.test("findRecords() says what it could not do when there is no place for records", async () => {
  await withPlace(async ({ root, find }) => {
    await Deno.writeTextFile(join(root, "file"), "");
    await assert.rejects(find({ root: join(root, "file") }), /Cannot store records in ".*file"/);
  });
});
