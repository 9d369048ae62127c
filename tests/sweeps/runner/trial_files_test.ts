import assert from "node:assert/strict";
import { Float } from "lib/sweeps/configuration/float.ts";
import { parseYaml } from "lib/sweeps/configuration/parse_yaml.ts";
import { parameterYaml, trialFiles, writeTrialFiles } from "lib/sweeps/runner/trial_files.ts";

const parameters = {
  rate: new Float(1e-5),
  small: new Float(-1.5e-7),
  whole: new Float(2),
  units: 64,
  text: "yes",
  tricky: 'a: "b" # c\nd',
  flag: true,
  none: null,
  on: 1,
  null: "on",
  net: { depth: 3, rates: [new Float(1e-9), new Float(1)], empty: {} },
};

Deno.test("parameterYaml() is read back by YAML 1.1 with every value and kind", () => {
  const values = Object.entries(parameters).map(([name, value]) => [name, { value }]);
  assert.deepEqual(parseYaml(parameterYaml(parameters)), {
    wandb_version: 1,
    ...Object.fromEntries(values),
  });
});

Deno.test("parameterYaml() writes numbers that are not finite as YAML has them", () => {
  const yaml = parameterYaml({
    a: new Float(Infinity),
    b: new Float(-Infinity),
    c: new Float(NaN),
  });
  assert.match(yaml, /"a":\n {2}value: \.inf\n"b":\n {2}value: -\.inf\n"c":\n {2}value: \.nan\n$/);
});

Deno.test("writeTrialFiles() makes the folders and writes YAML and JSON", () => {
  const directory = Deno.makeTempDirSync();
  const files = trialFiles(directory, { sweepId: "swp1", run: "abc" });
  writeTrialFiles(files, { rate: new Float(1) });
  assert.equal(files.parameters, `${directory}/wandb/sweep-swp1/config-abc.yaml`);
  assert.equal(Deno.readTextFileSync(files.json), '{"rate": 1.0}');
  assert.ok(Deno.statSync(`${directory}/trials/abc`).isDirectory);
  Deno.removeSync(directory, { recursive: true });
});
