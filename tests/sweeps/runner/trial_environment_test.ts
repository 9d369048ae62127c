import assert from "node:assert/strict";
import { trialEnvironment } from "lib/sweeps/runner/trial_environment.ts";
import { trialFiles } from "lib/sweeps/runner/trial_files.ts";

const options = {
  run: "abc",
  sweepId: "swp1",
  project: "demo",
  directory: "/sweep",
  files: trialFiles("/sweep", { sweepId: "swp1", run: "abc" }),
  cores: 2,
};

Deno.test("trialEnvironment() has what W&B's agent sets, and logs to a folder", () => {
  const environment = trialEnvironment({ PATH: "/bin", WANDB_MODE: "online" }, options);
  const wandb = Object.entries(environment).filter(([name]) => name.startsWith("WANDB"));
  assert.deepEqual(Object.fromEntries(wandb), {
    WANDB_SWEEP_ID: "swp1",
    WANDB_RUN_ID: "abc",
    WANDB_PROJECT: "demo",
    WANDB_DIR: "/sweep",
    WANDB_SWEEP_PARAM_PATH: "/sweep/wandb/sweep-swp1/config-abc.yaml",
    WANDB_MODE: "offline",
  });
  assert.equal(environment.PATH, "/bin");
});

Deno.test("trialEnvironment() names the server where trials log live", () => {
  const server = { baseUrl: "http://127.0.0.1:1234", apiKey: "key" };
  const environment = trialEnvironment({}, { ...options, server });
  assert.deepEqual(
    [environment.WANDB_MODE, environment.WANDB_BASE_URL, environment.WANDB_API_KEY],
    ["online", "http://127.0.0.1:1234", "key"],
  );
});

Deno.test("trialEnvironment() shares the cores unless the user has said so", () => {
  const environment = trialEnvironment({ OMP_NUM_THREADS: "7" }, options);
  assert.deepEqual([environment.OMP_NUM_THREADS, environment.ECG_THREADS], ["7", "2"]);
});
