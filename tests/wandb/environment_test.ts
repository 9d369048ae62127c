import assert from "node:assert/strict";
import { readEnvironment } from "lib/wandb/environment.ts";

Deno.test("readEnvironment() reads what W&B's agent sets, the parameter file included", () => {
  const path = Deno.makeTempFileSync();
  Deno.writeTextFileSync(
    path,
    "wandb_version: 1\n\nrate:\n  value: 1.0e-05\nopt:\n  value:\n    depth: 3\nflag:\n  value: yes\n",
  );
  const read = readEnvironment({
    WANDB_RUN_ID: "abc",
    WANDB_SWEEP_ID: "swp1",
    WANDB_PROJECT: "demo",
    WANDB_ENTITY: "",
    WANDB_TAGS: "a,b",
    WANDB_MODE: "dryrun",
    WANDB_SWEEP_PARAM_PATH: path,
  });
  assert.deepEqual(JSON.parse(JSON.stringify(read)), {
    id: "abc",
    sweepId: "swp1",
    project: "demo",
    tags: ["a", "b"],
    mode: "offline",
    parameters: { rate: 1e-5, opt: { depth: 3 }, flag: true },
  });
  Deno.removeSync(path);
});

Deno.test("readEnvironment() takes y and n for the letters that they are, as PyYAML wrote them", () => {
  const path = Deno.makeTempFileSync();
  // python -c "import yaml; print(yaml.dump({'n': {'value': 'y'}, 'y': {'value': 1}}))"
  Deno.writeTextFileSync(path, "n:\n  value: y\ny:\n  value: 1\n");
  const { parameters } = readEnvironment({ WANDB_SWEEP_PARAM_PATH: path });
  assert.deepEqual(parameters, { n: "y", y: 1 });
  Deno.removeSync(path);
});

Deno.test("readEnvironment() refuses a mode that W&B does not know", () => {
  assert.throws(() => readEnvironment({ WANDB_MODE: "on" }), /must be online, offline or disabled/);
});
