import assert from "node:assert/strict";
import { createSweep } from "lib/wandb/service/create_sweep.ts";
import { serveRuns } from "lib/wandb/serve_runs.ts";

Deno.test("createSweep() gives the server the file and gets the sweep's identifier", async () => {
  const asked: unknown[] = [];
  const server = serveRuns({
    answer(operation, variables) {
      asked.push([operation, variables]);
      return { upsertSweep: { sweep: { name: "swp1" } } };
    },
  });
  const at = { baseUrl: server.baseUrl, apiKey: server.apiKey };
  const options = { configuration: "method: grid\n", project: "demo", entity: "team" };
  assert.equal(await createSweep(at, options), "swp1");
  assert.deepEqual(asked, [["UpsertSweep", {
    config: "method: grid\n",
    projectName: "demo",
    entityName: "team",
  }]]);
  await server.close();
});
