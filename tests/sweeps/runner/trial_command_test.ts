import assert from "node:assert/strict";
import { Float, type Value } from "lib/sweeps/configuration/float.ts";
import { parseYaml } from "lib/sweeps/configuration/parse_yaml.ts";
import { trialCommand } from "lib/sweeps/runner/trial_command.ts";
import golden from "../../fixtures/sweeps/command.golden.json" with { type: "json" };

/** The parameters of tests/reference/sweeps_command.py. */
const parameters: Record<string, Value> = {
  rate: new Float(1e-5),
  units: 64,
  whole: new Float(1),
  flag: true,
  off: false,
  none: null,
  text: "a b",
  net: { depth: 3, drop: new Float(0.5), on: true, name: "x" },
  list: [1, new Float(2.5), "a"],
  "dotted.name": 1,
};
const options = {
  parameters,
  program: "train.py",
  jsonPath: "/run/parameters.json",
  environment: { SIZE_42: "forty two" },
};

Deno.test("trialCommand() gives the words that W&B's agent gives, for every macro", () => {
  for (const { command, words } of golden) {
    assert.deepEqual(trialCommand(floats(command) ?? undefined, options), words);
  }
});

Deno.test("trialCommand() leaves out a macro that there is not, as W&B's agent does", () => {
  assert.deepEqual(trialCommand(["train", "${arguments}", "${constructor}"], options), ["train"]);
});

Deno.test("trialCommand() gives a date as W&B's agent does", () => {
  // python -c "import yaml; print(yaml.safe_load('2020-01-31'))"
  const parameters = parseYaml("day: 2020-01-31") as Record<string, Value>;
  const words = trialCommand(["${args}", "${args_json}"], { ...options, parameters });
  assert.deepEqual(words, ["--day=2020-01-31", '{"day": "2020-01-31"}']);
});

Deno.test("trialCommand() runs a TypeScript program with deno", () => {
  const words = trialCommand(undefined, { ...options, program: "train.ts", parameters: {} });
  assert.deepEqual(words, ["/usr/bin/env", "deno", "run", "-A", "train.ts"]);
});

/** YAML would have read 1.5 as a float. */
function floats(command: Value[] | null): Value[] | undefined {
  return command?.map((word) => word === 1.5 ? new Float(word) : word);
}
