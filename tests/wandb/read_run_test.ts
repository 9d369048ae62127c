import assert from "node:assert/strict";
import { findRunFiles, openRunReader, readRun } from "lib/wandb/read_run.ts";
import golden from "../fixtures/wandb/client_run.golden.json" with { type: "json" };

const clientFile = new URL("../fixtures/wandb/client_run.wandb", import.meta.url).pathname;

interface Item {
  key?: string;
  nested_key?: string[];
  value_json: string;
}

/** The rows that W&B's own module reads: names with dots, numbers from their JSON. */
function goldenRows(): Record<string, unknown>[] {
  const histories = (golden as { history?: { item: Item[] } }[]).flatMap((r) => r.history ?? []);
  return histories.map(({ item }) =>
    Object.fromEntries(item.map(({ key, nested_key, value_json }) => [
      key ?? nested_key!.join("."),
      value_json.startsWith('"') ? JSON.parse(value_json) : Number(value_json),
    ]))
  );
}

Deno.test("readRun() reads a file of W&B's client as W&B's own module does", () => {
  const log = readRun(clientFile);
  assert.deepEqual(log.history, goldenRows());
  assert.equal(log.history.length, 6);
  const { config, startTime, ...run } = log.run;
  assert.deepEqual(JSON.parse(JSON.stringify(run)), {
    id: "client01",
    project: "demo",
    entity: "me",
    name: "a run",
    group: "g",
    jobType: "train",
    notes: "n",
    tags: ["a", "b"],
    host: "host",
  });
  assert.deepEqual(config, {
    _wandb: {},
    rate: 1e-5,
    units: 64,
    whole: 1,
    on: true,
    none: null,
    opt: { name: "sgd", momentum: 0.5 },
    later: [1, 2.5],
  });
  assert.ok(startTime > 1.7e12);
  assert.equal(log.console, "hello\n");
  assert.equal(log.exitCode, 0);
  assert.deepEqual([log.summary.best, log.summary.val_loss, log.summary["nest.a"]], [0.25, 0.2, 4]);
});

Deno.test("openRunReader() follows a file while it grows", () => {
  const bytes = Deno.readFileSync(clientFile);
  const path = Deno.makeTempFileSync();
  const reader = openRunReader(path);
  assert.equal(reader.update(), false);
  Deno.writeFileSync(path, bytes.subarray(0, 3000));
  assert.equal(reader.update(), true);
  const rows = reader.log.history.length;
  assert.ok(rows > 0 && rows < 6);
  assert.equal(reader.update(), false);
  Deno.writeFileSync(path, bytes);
  reader.update();
  assert.deepEqual(reader.log, readRun(clientFile));
  Deno.removeSync(path);
});

Deno.test("findRunFiles() finds runs by date, or one by its identifier", () => {
  const directory = Deno.makeTempDirSync();
  assert.deepEqual(findRunFiles(directory), []);
  for (const folder of ["run-20260102_000000-bb", "offline-run-20260101_000000-aa", "other"]) {
    Deno.mkdirSync(`${directory}/wandb/${folder}`, { recursive: true });
    Deno.writeTextFileSync(`${directory}/wandb/${folder}/run-${folder.slice(-2)}.wandb`, "");
  }
  const names = (options = {}) => findRunFiles(directory, options).map((path) => path.slice(-12));
  assert.deepEqual(names(), ["run-aa.wandb", "run-bb.wandb"]);
  assert.deepEqual(names({ id: "bb" }), ["run-bb.wandb"]);
  Deno.mkdirSync(`${directory}/wandb/run-20260103_000000-cc-bb`);
  Deno.writeTextFileSync(`${directory}/wandb/run-20260103_000000-cc-bb/run-cc-bb.wandb`, "");
  assert.deepEqual(names({ id: "bb" }), ["run-bb.wandb"], "not another whose name ends so");
  Deno.removeSync(directory, { recursive: true });
});
