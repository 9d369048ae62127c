import assert from "node:assert/strict";
import { openFileStream } from "lib/wandb/service/file_stream.ts";

const quick = { gather: 10, heartbeat: 20, patience: 300 };

interface Body {
  files?: Record<string, { offset: number; content: string[] }>;
  complete?: boolean;
  exitcode?: number;
}

/** A server that answers with what `answer` says, and all bodies it received. */
function serve(answer: (body: Body, count: number) => Response) {
  const bodies: Body[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    bodies.push(await request.json());
    return answer(bodies.at(-1)!, bodies.length);
  });
  return { bodies, server, at: { baseUrl: `http://127.0.0.1:${server.addr.port}`, apiKey: "key" } };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Deno.test("openFileStream() gathers lines, counts offsets and completes with the exit code", async () => {
  const { bodies, server, at } = serve(() => Response.json({}));
  const stream = openFileStream(at, "/stream", { ...quick, heartbeat: 10_000 });
  stream.append("a.jsonl", ["1", "2"]);
  stream.append("a.jsonl", ["3"]);
  stream.replace("s.json", "old");
  stream.replace("s.json", "new");
  await pause(80);
  stream.append("a.jsonl", ["4"]);
  await stream.close(3);
  assert.deepEqual(bodies, [
    {
      files: {
        "a.jsonl": { offset: 0, content: ["1", "2", "3"] },
        "s.json": { offset: 0, content: ["new"] },
      },
    },
    { files: { "a.jsonl": { offset: 3, content: ["4"] } }, complete: true, exitcode: 3 },
  ]);
  await server.shutdown();
});

Deno.test("openFileStream() gathers no longer for a line that comes after a replaced file", async () => {
  const { bodies, server, at } = serve(() => Response.json({}));
  const stream = openFileStream(at, "/stream", { ...quick, heartbeat: 10_000 });
  stream.replace("s.json", "before the first epoch");
  await pause(50);
  stream.append("a.jsonl", ["1"]);
  await pause(50);
  assert.deepEqual(bodies.map(({ files }) => Object.keys(files!)), [["s.json"], ["a.jsonl"]]);
  await stream.close(0);
  await server.shutdown();
});

Deno.test("openFileStream() sends again what a failing server did not take", async () => {
  const { bodies, server, at } = serve((_, count) =>
    count < 3 ? new Response("busy", { status: 500 }) : Response.json({})
  );
  const stream = openFileStream(at, "/stream", quick);
  stream.append("a", ["1"]);
  await pause(30);
  stream.append("a", ["2"]);
  await stream.close(0);
  assert.deepEqual(bodies.at(-1), {
    files: { a: { offset: 0, content: ["1", "2"] } },
    complete: true,
    exitcode: 0,
  });
  await server.shutdown();
});

Deno.test("openFileStream() hears that the run should stop, also without lines", async () => {
  const { server, at } = serve(() => Response.json({ stopped: true }));
  const stream = openFileStream(at, "/stream", quick);
  assert.equal(stream.stopped, false);
  await pause(100);
  assert.equal(stream.stopped, true);
  await stream.close(0);
  await server.shutdown();
});

Deno.test("openFileStream() gives up closing after its patience", async () => {
  const { server, at } = serve(() => new Response("gone", { status: 404 }));
  const stream = openFileStream(at, "/stream", { ...quick, patience: 50 });
  await assert.rejects(stream.close(0), /404 gone/);
  await server.shutdown();
});
