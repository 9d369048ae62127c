import assert from "node:assert/strict";
import { requestFile } from "lib/sources/download/request_file.ts";
import { serveFiles } from "../record_server.ts";

const bytes = Uint8Array.of(1, 2, 3, 4, 5);

async function receive(url: string, firstByte = 0): Promise<number[] | undefined> {
  const answer = await requestFile(url, { firstByte });
  if (answer === undefined) return undefined;
  const chunks = await Array.fromAsync(answer.chunks);
  return [answer.firstByte, ...chunks.flatMap((chunk) => [...chunk])];
}

Deno.test("requestFile() gives the file, the rest of it, or nothing beyond its end", async () => {
  await using server = serveFiles({ file: bytes });
  assert.deepEqual(await receive(`${server.baseUrl}file`), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(await receive(`${server.baseUrl}file`, 3), [3, 4, 5]);
  assert.deepEqual(await receive(`${server.baseUrl}file`, 5), undefined);
  server.faults = { file: ["ignore range"] };
  assert.deepEqual(await receive(`${server.baseUrl}file`, 3), [0, 1, 2, 3, 4, 5]);
});

Deno.test("requestFile() tells refusals that may pass from those that last", async () => {
  await using server = serveFiles({ file: bytes });
  const expected = { 404: "missing", 403: "missing", 429: "busy", 500: "busy", 503: "busy" };
  for (const [status, failure] of Object.entries(expected)) {
    server.faults = { file: [Number(status)] };
    await assert.rejects(receive(`${server.baseUrl}file`), { name: "DownloadError", failure });
  }
});

Deno.test("requestFile() closes the connection when its bytes are not wanted any more", async () => {
  await using server = serveFiles({ file: bytes });
  server.faults = { file: ["endless"] };
  const answer = await requestFile(`${server.baseUrl}file`);
  for await (const chunk of answer!.chunks) {
    assert.ok(chunk.length > 0);
    break;
  }
});

Deno.test("requestFile() names what kept it from connecting", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${listener.addr.port}/file`;
  listener.close();
  await assert.rejects(requestFile(url), (error: Error) => {
    assert.match(
      error.message,
      /^Cannot download http.*file: found no connection \(.*refused.*\)$/i,
    );
    return true;
  });
});
