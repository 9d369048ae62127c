import assert from "node:assert/strict";
import { openLiveRun } from "lib/wandb/live_run.ts";
import { postGraphql } from "lib/wandb/post_json.ts";
import { serveRuns } from "lib/wandb/serve_runs.ts";

Deno.test("serveRuns() keeps what clients tell, by run", async () => {
  const server = serveRuns();
  const at = { baseUrl: server.baseUrl, apiKey: "key" };
  const run = { id: "abc", project: "demo", sweepId: "swp1", startTime: 0, config: { units: 64 } };
  const live = await openLiveRun(at, run, { gather: 5 });
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
  const at = { baseUrl: server.baseUrl, apiKey: "key" };
  assert.deepEqual(await postGraphql(at, "query Mine { mine }", { x: 7 }), { mine: 7 });
  await assert.rejects(postGraphql(at, "query Other { other }", {}), /Other is not known here/);
  assert.deepEqual(asked[0], ["Mine", `Basic ${btoa("api:key")}`]);
  const { status, body } = await fetch(server.baseUrl + "/elsewhere");
  await body?.cancel();
  assert.equal(status, 404);
  await server.close();
});
