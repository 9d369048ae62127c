import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseConfiguration, type SweepStatus, type Trial } from "lib/sweeps/mod.ts";
import { keepSweepPage } from "lib/tasks/helpers/sweep/keep_sweep_page.ts";

const { config } = parseConfiguration("method: grid\nparameters: {x: {values: [1, 2]}}");

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

function room() {
  const directory = Deno.makeTempDirSync();
  const path = join(directory, "index.html");
  const said: string[] = [];
  const keeper = keepSweepPage({
    say: (address) => said.push(address),
    warn: (message) => said.push(message),
    page: ({ trials }, { running }) => {
      const ended = trials.filter(({ outcome }) => outcome).length;
      if (ended === 9) throw new Error("no pen");
      return Promise.resolve(`${ended} of ${trials.length}${running ? "" : ", the end"}`);
    },
  });
  const status = (ended: number, running: number, logged = 0): SweepStatus => ({
    sweepId: "s",
    directory,
    config,
    jobs: 1,
    trials: Array.from({ length: ended + running }, (_, index): Trial => ({
      run: `r${index}`,
      number: index + 1,
      parameters: { x: 1 },
      startTime: 0,
      ...(index < ended ? { endTime: 1, outcome: { state: "finished", metric: [] } } : {}),
    })),
    runs: [{ id: "r0", state: "running", parameters: { x: 1 }, metric: Array(logged).fill(1) }],
  });
  /** Tells the keeper again and again, as the runner does, until the page says so. */
  const follows = async (told: SweepStatus, text: string) => {
    for (let attempt = 0; attempt < 200; attempt++) {
      keeper.onChange(told);
      await pause();
      if (existsSync(path) && Deno.readTextFileSync(path) === text) return;
    }
    assert.fail(`the page never said "${text}"`);
  };
  return {
    keeper,
    said,
    status,
    follows,
    path,
    [Symbol.dispose]: () => Deno.removeSync(directory, { recursive: true }),
  };
}

Deno.test("keepSweepPage() writes the page when a trial starts or ends, and says its address once", async () => {
  using at = room();
  await at.follows(at.status(0, 1), "0 of 1");
  await at.follows(at.status(1, 0), "1 of 1");
  await at.follows(at.status(1, 1), "1 of 2");
  await at.keeper.end(at.status(2, 0));
  assert.equal(Deno.readTextFileSync(at.path), "2 of 2, the end");
  assert.deepEqual(at.said, [pathToFileURL(at.path).href]);
});

Deno.test("keepSweepPage() does not write anew for what running trials log within a minute", async () => {
  using at = room();
  await at.follows(at.status(0, 1), "0 of 1");
  await pause();
  Deno.writeTextFileSync(at.path, "as it was");
  await at.follows(at.status(0, 1, 3), "as it was");
});

Deno.test("keepSweepPage() leaves nothing but the page, and the one before where the next cannot be made", async () => {
  using at = room();
  await at.follows(at.status(1, 1), "1 of 2");
  await at.follows(at.status(9, 0), "1 of 2");
  await at.keeper.end(at.status(9, 0));
  assert.equal(Deno.readTextFileSync(at.path), "1 of 2");
  assert.deepEqual(at.said.slice(1), ["Cannot write the sweep's page: no pen"]);
  const names = Array.from(Deno.readDirSync(join(at.path, "..")), ({ name }) => name);
  assert.deepEqual(names, ["index.html"]);
});
