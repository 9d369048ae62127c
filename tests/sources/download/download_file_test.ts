import assert from "node:assert/strict";
import { DownloadError, type DownloadFailure } from "lib/sources/download/download_error.ts";
import { downloadFile, type DownloadFileOptions } from "lib/sources/download/download_file.ts";
import { type Fault, type RecordServer, serveFiles, sha256 } from "../record_server.ts";

const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i) >> 3);
const wanted = { sha256: sha256(bytes) };
const impatient = { connectTimeout: 300, stallTimeout: 200, retryDelay: 5, attempts: 3 };

interface Place {
  server: RecordServer;
  path: string;
  download: (options?: Partial<DownloadFileOptions>) => Promise<void>;
}

/** A server with one file, an empty folder for it and a download from the one to the other. */
async function withPlace(faults: Fault[], work: (place: Place) => Promise<void>): Promise<void> {
  const directory = await Deno.makeTempDir();
  await using server = serveFiles({ "100.dat": bytes });
  server.faults = { "100.dat": faults };
  const path = `${directory}/100.dat`;
  const download = (options = {}) =>
    downloadFile(`${server.baseUrl}100.dat`, path, { ...wanted, ...impatient, ...options });
  try {
    await work({ server, path, download });
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

async function assertWhole(path: string): Promise<void> {
  assert.deepEqual(await Deno.readFile(path), bytes);
  await assert.rejects(Deno.stat(`${path}.part`), Deno.errors.NotFound);
}

async function assertFails(download: Promise<void>, failure: DownloadFailure): Promise<void> {
  const error = await download.then(() => undefined, (error) => error);
  assert.ok(error instanceof DownloadError, String(error));
  assert.equal(error.failure, failure);
}

Deno.test("downloadFile() brings the bytes and tells how many came in", async () => {
  await withPlace([], async ({ path, download }) => {
    let received = 0;
    await download({ onBytes: (count) => received += count });
    await assertWhole(path);
    assert.equal(received, bytes.length);
  });
});

for (const fault of ["stall", "break"] as const) {
  Deno.test(`downloadFile() goes on where it ended after a ${fault}`, async () => {
    await withPlace([fault], async ({ server, path, download }) => {
      await download();
      await assertWhole(path);
      assert.equal(server.requests.length, 2);
      assert.match(server.requests[1]!, /^100\.dat bytes=\d+-$/);
    });
  });
}

Deno.test("downloadFile() goes on in a later run", async () => {
  await withPlace(["break"], async ({ server, path, download }) => {
    await assertFails(download({ attempts: 1 }), "broken");
    await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
    assert.ok((await Deno.stat(`${path}.part`)).size > 0);
    await download();
    await assertWhole(path);
    assert.match(server.requests[1]!, /bytes=\d+-$/);
  });
});

for (const fault of ["flip", "truncate"] as const) {
  Deno.test(`downloadFile() starts anew when the server's fault is: ${fault}`, async () => {
    await withPlace([fault], async ({ server, path, download }) => {
      await download();
      await assertWhole(path);
      assert.deepEqual(server.requests, ["100.dat", "100.dat"]);
    });
  });
}

for (const fault of ["ignore range", "wrong range", "flip"] as const) {
  Deno.test(`downloadFile() gets the file though the answer for its rest is: ${fault}`, async () => {
    await withPlace(["break", fault], async ({ path, download }) => {
      await download();
      await assertWhole(path);
    });
  });
}

Deno.test("downloadFile() takes a whole part that a killed run left, and no longer one", async () => {
  await withPlace([], async ({ server, path, download }) => {
    await Deno.writeFile(`${path}.part`, bytes);
    await download();
    await assertWhole(path);
    assert.deepEqual(server.requests, [`100.dat bytes=${bytes.length}-`]);
    await Deno.writeFile(`${path}.part`, Uint8Array.of(...bytes, 1));
    await download();
    await assertWhole(path);
  });
});

const bounded: [Fault, DownloadFailure][] = [
  ["flip", "corrupt"],
  ["truncate", "corrupt"],
  ["stall", "stalled"],
  [503, "busy"],
  ["silent", "unreachable"],
];
for (const [fault, failure] of bounded) {
  Deno.test(`downloadFile() gives up after some attempts when always: ${fault}`, async () => {
    await withPlace([fault, fault, fault, fault], async ({ server, path, download }) => {
      await assertFails(download({ connectTimeout: 100, stallTimeout: 100 }), failure);
      assert.equal(server.requests.length, 3);
      await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
    });
  });
}

Deno.test("downloadFile() asks once for what the server does not have", async () => {
  for (const status of [404, 403]) {
    await withPlace([status], async ({ server, download }) => {
      await assertFails(download(), "missing");
      assert.equal(server.requests.length, 1);
    });
  }
});

Deno.test("downloadFile() leaves a server that never ends", async () => {
  await withPlace(["endless"], async ({ path, download }) => {
    await assertFails(download({ attempts: 1, largestSize: 200_000 }), "corrupt");
    await assert.rejects(Deno.stat(`${path}.part`), Deno.errors.NotFound);
  });
});
