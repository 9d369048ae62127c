import assert from "node:assert/strict";
import { createRun, randomId } from "lib/wandb/create_run.ts";
import { readRun } from "lib/wandb/read_run.ts";
import type { Server } from "lib/wandb/service/find_server.ts";
import { serveRuns } from "lib/wandb/serve_runs.ts";

const directory = Deno.makeTempDirSync();
const quick = { directory, gather: 5, patience: 100 };
globalThis.addEventListener("unload", () => Deno.removeSync(directory, { recursive: true }));

/** What W&B's agent sets for a trial, with the parameter file it writes. */
function agentEnvironment({ baseUrl, apiKey }: Server) {
  const parameters = Deno.makeTempFileSync({ dir: directory });
  Deno.writeTextFileSync(parameters, "wandb_version: 1\n\nunits:\n  value: 32\n");
  return {
    WANDB_BASE_URL: baseUrl,
    WANDB_API_KEY: apiKey,
    WANDB_SWEEP_ID: "swp1",
    WANDB_RUN_ID: randomId(),
    WANDB_PROJECT: "sweeps",
    WANDB_ENTITY: "team",
    WANDB_SWEEP_PARAM_PATH: parameters,
  };
}

Deno.test("createRun() writes an offline run without a key", async () => {
  const run = await createRun({
    ...quick,
    project: "demo",
    config: { units: 64 },
    environment: {},
  });
  run.log({ loss: 2 });
  run.log({ loss: 1 });
  await run.finish();
  const log = readRun(`${run.directory}/run-${run.id}.wandb`);
  assert.equal(run.mode, "offline");
  assert.deepEqual(log.history.map((row) => [row._step, row.loss]), [[0, 2], [1, 1]]);
  assert.ok(log.history.every((row) => Number(row._timestamp) > 1e9 && Number(row._runtime) >= 0));
  assert.deepEqual([log.run.project, log.run.config.units, log.exitCode], ["demo", 64, 0]);
});

Deno.test("createRun() takes what it is given before what the environment says, as wandb.init does", async () => {
  // As found with wandb 0.31.0: WANDB_RUN_ID=environment python -c "wandb.init(id='given')"
  const environment = {
    WANDB_RUN_ID: "environment",
    WANDB_PROJECT: "environment",
    WANDB_ENTITY: "environment",
    WANDB_NAME: "environment",
  };
  const given = { id: "given", project: "given", entity: "given", name: "given" };
  const identityOf = async (options: object) => {
    const run = await createRun({ ...quick, ...options, environment });
    await run.finish();
    const { id, project, entity, name } = readRun(`${run.directory}/run-${run.id}.wandb`).run;
    return [id, project, entity, name];
  };
  assert.deepEqual(await identityOf(given), Array(4).fill("given"));
  assert.deepEqual(await identityOf({}), Array(4).fill("environment"));
});

Deno.test("createRun() under W&B's agent is the agent's run, with the sweep's parameters, live", async () => {
  const authorizations = new Set<string | null>();
  const server = serveRuns({ onRequest: (request) => authorizations.add(request.authorization) });
  const environment = agentEnvironment(server);
  const run = await createRun({
    ...quick,
    id: "ignored in a sweep",
    project: "ignored in a sweep",
    config: { units: 64, epochs: 3 },
    environment,
  });
  assert.deepEqual(run.config, { units: 32, epochs: 3 });
  run.log({ loss: 0.5 });
  run.console("hello\n");
  await run.finish(0);
  const received = server.runs.get(environment.WANDB_RUN_ID)!;
  assert.equal(run.mode, "online");
  assert.deepEqual([received.sweepId, received.project, received.entity], [
    "swp1",
    "sweeps",
    "team",
  ]);
  assert.deepEqual(received.config, { units: { value: 32 }, epochs: { value: 3 } });
  assert.deepEqual([received.history[0]!.loss, received.summary.loss, received.exitCode], [
    0.5,
    0.5,
    0,
  ]);
  assert.deepEqual([...authorizations], [`Basic ${btoa(`api:${server.apiKey}`)}`]);
  assert.equal(readRun(`${run.directory}/run-${run.id}.wandb`).history.length, 1);
  await server.close();
});

Deno.test("createRun() obeys the server's stop", async () => {
  const server = serveRuns();
  const run = await createRun({ ...quick, environment: agentEnvironment(server) });
  server.runs.get(run.id)!.stopped = true;
  run.log({ loss: 1 });
  while (!run.stopped) await new Promise((resolve) => setTimeout(resolve, 5));
  await run.finish(0);
  await server.close();
});

Deno.test("createRun() keeps everything in the folder when the server cannot be reached", async () => {
  const environment = { ...agentEnvironment({ baseUrl: "http://127.0.0.1:2", apiKey: "key" }) };
  const run = await createRun({ ...quick, environment });
  run.log({ loss: 1 });
  await run.finish(0);
  assert.equal(run.mode, "offline");
  assert.match(run.warnings[0]!, /only in its folder/);
  assert.equal(readRun(`${run.directory}/run-${run.id}.wandb`).history.length, 1);
});

Deno.test("createRun() says how to upload a run whose server went away", async () => {
  const server = serveRuns();
  const run = await createRun({ ...quick, environment: agentEnvironment(server) });
  await server.close();
  run.log({ loss: 1 });
  await run.finish(0);
  assert.match(run.warnings[0]!, /upload the run with: wandb sync .*run-\d{8}_\d{6}-/);
});

Deno.test("createRun() logs nothing where WANDB_MODE is disabled", async () => {
  const run = await createRun({ ...quick, environment: { WANDB_MODE: "disabled" } });
  run.log({ loss: 1 });
  await run.finish(0);
  assert.deepEqual([run.mode, run.directory], ["disabled", ""]);
});

Deno.test("createRun() stops on a signal where it is asked to", async () => {
  const run = await createRun({ ...quick, environment: {}, stopOnSignal: true });
  assert.equal(run.stopped, false);
  Deno.kill(Deno.pid, "SIGTERM");
  while (!run.stopped) await new Promise((resolve) => setTimeout(resolve, 5));
  await run.finish(0);
});
