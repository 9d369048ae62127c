import assert from "node:assert/strict";
import { join } from "node:path";
import { DownloadError, type DownloadProgress, downloadRecords } from "lib/sources/mod.ts";
import { hasCheckedRecords } from "lib/sources/download/download_records.ts";
import { type RecordServer, serveFiles } from "../record_server.ts";

const records = ["100", "101", "102"];
const files = Object.fromEntries(
  records.flatMap((record, n) =>
    [["hea", 150], ["dat", 60_000], ["atr", 3_000]].map((
      [kind, size],
    ) => [
      `${record}.${kind}`,
      Uint8Array.from({ length: Number(size) }, (_, i) => i * (n + 3) >> 2),
    ])
  ),
) as Record<string, Uint8Array<ArrayBuffer>>;
const impatient = { records, connectTimeout: 300, stallTimeout: 200, retryDelay: 5, attempts: 3 };

interface Place {
  server: RecordServer;
  directory: string;
  download: (options?: Partial<Parameters<typeof downloadRecords>[1]>) => Promise<void>;
}

async function withPlace(work: (place: Place) => Promise<void>): Promise<void> {
  const parent = await Deno.makeTempDir();
  const directory = join(parent, "mitdb");
  await using server = serveFiles(files);
  const download = (options = {}) =>
    downloadRecords(directory, { baseUrl: server.baseUrl, ...impatient, ...options });
  try {
    await work({ server, directory, download });
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}

async function assertComplete(directory: string): Promise<void> {
  assert.equal(await hasCheckedRecords(directory, records), true);
  for (const [name, bytes] of Object.entries(files)) {
    assert.deepEqual(await Deno.readFile(join(directory, name)), bytes, name);
  }
}

Deno.test("downloadRecords() brings all files and tells how far it is", async () => {
  await withPlace(async ({ server, directory, download }) => {
    assert.equal(await hasCheckedRecords(directory, records), false);
    const seen: DownloadProgress[] = [];
    await download({ onProgress: (progress) => seen.push(progress) });
    await assertComplete(directory);
    assert.deepEqual(seen.at(-1), { files: 9, fileCount: 9, bytes: 3 * 63_150 });
    assert.equal(server.requests.length, 10);
    await download();
    assert.equal(server.requests.length, 10);
  });
});

Deno.test("downloadRecords() comes through a server that stalls, breaks off, lies and is busy", async () => {
  await withPlace(async ({ server, directory, download }) => {
    server.faults = {
      "SHA256SUMS.txt": [503],
      "100.dat": ["stall", "flip"],
      "100.hea": [500, 429],
      "101.dat": ["break", "ignore range"],
      "101.atr": ["flip"],
      "102.dat": ["truncate", "break"],
      "102.atr": ["silent"],
    };
    await download();
    await assertComplete(directory);
  });
});

Deno.test("downloadRecords() keeps what is right, mends what is not and goes on with the rest", async () => {
  await withPlace(async ({ server, directory, download }) => {
    server.faults = { "102.dat": ["break", 404] };
    await assert.rejects(download({ connections: 1 }), DownloadError);
    assert.equal(await hasCheckedRecords(directory, records), false);
    const damaged = files["100.dat"]!.slice();
    damaged[5]! ^= 4;
    await Deno.writeFile(join(directory, "100.dat"), damaged);
    server.requests.length = 0;
    await download();
    await assertComplete(directory);
    const asked = server.requests.map((request) => request.split(" ")[0]).sort();
    assert.deepEqual(asked, ["100.dat", "102.atr", "102.dat", "SHA256SUMS.txt"]);
  });
});

Deno.test("downloadRecords() does not take a file for whole that was cut off later", async () => {
  await withPlace(async ({ directory, download }) => {
    await download();
    await Deno.truncate(join(directory, "101.dat"), 30_000);
    assert.equal(await hasCheckedRecords(directory, records), false);
    await download();
    await assertComplete(directory);
  });
});

Deno.test("downloadRecords() needs no server for files that lie there with their checksums", async () => {
  await withPlace(async ({ server, directory, download }) => {
    await download();
    await Deno.remove(join(directory, "checked.json"));
    server.requests.length = 0;
    await download();
    await assertComplete(directory);
    assert.deepEqual(server.requests, []);
  });
});

Deno.test("downloadRecords() asks a server that does not answer only once", async () => {
  await withPlace(async ({ server, download }) => {
    server.faults = { "*": ["silent"] };
    await assert.rejects(download(), { failure: "unreachable" });
    assert.deepEqual(server.requests, ["SHA256SUMS.txt"]);
  });
});

Deno.test("downloadRecords() refuses checksums that lack files, such as a log-in page's", async () => {
  await withPlace(async ({ download }) => {
    await assert.rejects(
      download({ records: ["100", "999"] }),
      /wanted the SHA-256 of every file of 2 records, found none of 999.hea, 999.dat, 999.atr$/,
    );
  });
});

Deno.test("downloadRecords() in two programs at a time downloads once", async () => {
  await withPlace(async ({ server, directory, download }) => {
    let waited = 0;
    server.faults = { "100.dat": ["stall"] };
    await Promise.all([download({ onWait: () => waited++ }), download({ onWait: () => waited++ })]);
    await assertComplete(directory);
    assert.equal(waited, 1);
    assert.equal(server.requests.length, 11);
  });
});
