import assert from "node:assert/strict";
import { openLiveRun } from "lib/wandb/service/live_run.ts";
import { postGraphql } from "lib/wandb/service/post_json.ts";
import { type RunServer, serveRuns, type ServeRunsOptions } from "lib/wandb/serve_runs.ts";

Deno.test("serveRuns() keeps what clients tell, by run", async () => {
  const server = serveRuns();
  const run = { id: "abc", project: "demo", sweepId: "swp1", startTime: 0, config: { units: 64 } };
  const live = await openLiveRun(server, run, { gather: 5 });
  live.log({ loss: NaN, _step: 0 });
  live.log({ loss: 0.5, _step: 1 });
  live.console("one\ntwo\n");
  live.summarize({ best: 0.5 });
  await live.finish(1);
  assert.deepEqual(server.runs.get("abc"), {
    id: "abc",
    project: "demo",
    entity: "local",
    sweepId: "swp1",
    displayName: undefined,
    config: { units: { value: 64 } },
    history: [{ loss: NaN, _step: 0 }, { loss: 0.5, _step: 1 }],
    summary: { loss: 0.5, _step: 1, best: 0.5 },
    console: ["one", "two"],
    exitCode: 1,
    files: {},
    stopped: false,
  });
  await server.close();
});

Deno.test("serveRuns() answers other operations as it is told and names unknown ones", async () => {
  const asked: unknown[] = [];
  const server = serveRuns({
    answer: (operation, variables) => operation === "Mine" ? { mine: variables.x } : undefined,
    onRequest: ({ operation, authorization }) => asked.push([operation, authorization]),
  });
  assert.deepEqual(await postGraphql(server, "query Mine { mine }", { x: 7 }), { mine: 7 });
  await assert.rejects(postGraphql(server, "query Other { other }", {}), /Other is not known here/);
  assert.deepEqual(asked[0], ["Mine", `Basic ${btoa(`api:${server.apiKey}`)}`]);
  const headers = { authorization: `Basic ${btoa(`api:${server.apiKey}`)}` };
  const { status, body } = await fetch(server.baseUrl + "/elsewhere", { headers });
  await body?.cancel();
  assert.equal(status, 404);
  await server.close();
});

/** The status of a line of history sent to the run `abc`. */
async function send(
  { baseUrl, apiKey }: RunServer,
  { key = apiKey, headers = {}, line = "{}", offset = 0 }: {
    offset?: number;
    key?: string;
    headers?: Record<string, string>;
    line?: string;
  },
): Promise<number> {
  const response = await fetch(`${baseUrl}/files/e/p/abc/file_stream`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`api:${key}`)}`, ...headers },
    body: JSON.stringify({ files: { "wandb-history.jsonl": { offset, content: [line] } } }),
  });
  await response.body?.cancel();
  return response.status;
}

Deno.test("serveRuns() answers those alone who have its key", async () => {
  await using server = serving();
  assert.equal(await send(server, { key: "guessed" }), 403);
  assert.equal(await send(server, { headers: { authorization: "" } }), 403);
  const upload = await fetch(`${server.baseUrl}/upload/guessed/abc/x`, {
    method: "PUT",
    body: "x",
  });
  await upload.body?.cancel();
  assert.equal(upload.status, 403);
  assert.equal(server.runs.size, 0);
  assert.equal(await send(server, {}), 200);
});

Deno.test("a web page that posts to serveRuns() changes nothing, even with the key", async () => {
  await using server = serving();
  assert.equal(await send(server, { headers: { origin: "https://example.org" } }), 403);
  assert.equal(await send(server, { headers: { origin: "null" } }), 403);
  assert.equal(await sendRaw(server, "rebound.example.org"), 403);
  assert.equal(server.runs.size, 0);
  assert.equal(await sendRaw(server, new URL(server.baseUrl).host), 200);
});

Deno.test("serveRuns() limits a request and what it keeps", async () => {
  await using server = serving({ largestRequest: 1000, mostKept: 1500 });
  assert.equal(await send(server, { line: `{"x":"${"1".repeat(2000)}"}` }), 413);
  assert.equal(server.runs.size, 0);
  assert.equal(await send(server, { line: `{"x":"${"1".repeat(800)}"}` }), 200);
  assert.equal(await send(server, { line: `{"x":"${"2".repeat(800)}"}`, offset: 1 }), 413);
  assert.deepEqual(server.runs.get("abc")!.history, [{ x: "1".repeat(800) }]);
});

Deno.test("serveRuns() still takes small requests after one that was too much", async () => {
  await using server = serving({ largestRequest: 5000, mostKept: 3000 });
  assert.equal(await send(server, { line: `{"x":"${"1".repeat(4000)}"}` }), 413);
  assert.equal(await send(server, {}), 200);
});

Deno.test("what clients repeat counts once towards what serveRuns() keeps", async () => {
  await using server = serving({ mostKept: 1500 });
  const line = `{"x":"${"1".repeat(800)}"}`;
  for (let time = 0; time < 10; time++) assert.equal(await send(server, { line }), 200);
  assert.equal(server.runs.get("abc")!.history.length, 1);
  const put = async (text: string) => {
    const url = `${server.baseUrl}/upload/${server.apiKey}/abc/x`;
    const response = await fetch(url, { method: "PUT", body: text });
    await response.body?.cancel();
    return response.status;
  };
  for (let time = 0; time < 10; time++) assert.equal(await put("y".repeat(300)), 200);
  assert.equal(await put("y".repeat(800)), 413);
  assert.equal(server.runs.get("abc")!.files.x, "y".repeat(300));
});

Deno.test("serveRuns() limits the runs that it keeps, however they are told", async () => {
  const query = "mutation UpsertBucket { upsertBucket }";
  const tell: ((server: RunServer, id: number) => Promise<Response>)[] = [
    ({ baseUrl, apiKey }, id) =>
      fetch(`${baseUrl}/graphql`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`api:${apiKey}`)}` },
        body: JSON.stringify({ query, variables: { name: `run${id}`, config: "{}" } }),
      }),
    ({ baseUrl, apiKey }, id) => fetch(`${baseUrl}/upload/${apiKey}/run${id}/x`, { method: "PUT" }),
  ];
  for (const one of tell) {
    await using server = serving({ mostKept: 2000 });
    const statuses = new Set<number>();
    for (let id = 0; id < 100; id++) {
      const response = await one(server, id);
      await response.body?.cancel();
      statuses.add(response.status);
    }
    assert.deepEqual([...statuses], [200, 413]);
    assert.ok(server.runs.size < 50, `${server.runs.size} runs`);
  }
});

Deno.test("serveRuns() refuses damaged requests, and keeps nothing of them", async () => {
  await using server = serving({ mostKept: 300 });
  const stream = "/files/e/p/abc/file_stream";
  const upsert = '{"query":"mutation UpsertBucket { x }","variables":{"name":"q","config":"{"}}';
  const history = (offset: string, content: string) =>
    `{"files":{"wandb-history.jsonl":{"offset":${offset},"content":${content}}}}`;
  const damaged: [path: string, body: string, method?: string][] = [
    ["/graphql", "{"],
    ["/graphql", "{}"],
    ["/graphql", upsert],
    [stream, "null"],
    [stream, history("0", '["{"]')],
    [stream, history("0", '["{}","{"]')],
    [stream, history("0", "7")],
    [`/upload/${server.apiKey}/abc/%E0%A4%A`, "x", "PUT"],
  ];
  const headers = { authorization: `Basic ${btoa(`api:${server.apiKey}`)}` };
  for (const [path, body, method = "POST"] of damaged) {
    const response = await fetch(server.baseUrl + path, { method, headers, body });
    assert.match(await response.text(), /^Cannot take the request: /);
    assert.equal(response.status, 400, `${path} ${body}`);
  }
  assert.equal(server.runs.size, 0);
  // They used up no room either.
  assert.equal(await send(server, { line: `{"x":"${"1".repeat(100)}"}` }), 200);
});

function serving(options: ServeRunsOptions = {}) {
  const server = serveRuns(options);
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}

/** The same with a Host header of choice, which `fetch` does not allow. */
async function sendRaw({ baseUrl, apiKey }: RunServer, host: string): Promise<number> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: +new URL(baseUrl).port });
  const lines = [
    "POST /files/e/p/abc/file_stream HTTP/1.1",
    `Host: ${host}`,
    `Authorization: Basic ${btoa(`api:${apiKey}`)}`,
    "Connection: close",
    "Content-Length: 2",
    "",
    "{}",
  ];
  await connection.write(new TextEncoder().encode(lines.join("\r\n")));
  const buffer = new Uint8Array(1000);
  const length = await connection.read(buffer);
  return Number(new TextDecoder().decode(buffer.subarray(0, length!)).split(" ")[1]);
}
