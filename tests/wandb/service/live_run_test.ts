import assert from "node:assert/strict";
import { openLiveRun } from "lib/wandb/service/live_run.ts";
import { serveRuns } from "lib/wandb/serve_runs.ts";

const run = { id: "abc", project: "demo", startTime: 0, config: {} };

Deno.test("openLiveRun() stops when the server says so", async () => {
  const server = serveRuns();
  const live = await openLiveRun(server, run, { gather: 5 });
  server.runs.get("abc")!.stopped = true;
  live.log({ loss: 1 });
  while (!live.stopped) await new Promise((resolve) => setTimeout(resolve, 5));
  await live.finish(0);
  await server.close();
});

Deno.test("openLiveRun() says which server it cannot reach", async () => {
  const at = { baseUrl: "http://127.0.0.1:2", apiKey: "k" };
  await assert.rejects(openLiveRun(at, run), /127\.0\.0\.1:2/);
});
