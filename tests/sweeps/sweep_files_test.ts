import assert from "node:assert/strict";
import { gridSize } from "lib/sweeps/search/grid_search.ts";
import { nextParameters } from "lib/sweeps/search/next_parameters.ts";
import { parseConfiguration } from "lib/sweeps/configuration/parse_configuration.ts";
import { trialCommand } from "lib/sweeps/runner/trial_command.ts";
import { trainingArguments } from "lib/tasks/helpers/train/training_arguments.ts";

const folder = new URL("../../sweeps/", import.meta.url);
const files = [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) =>
  name.endsWith(".yaml")
);

for (const file of files) {
  Deno.test(`sweeps/${file} has no faults and starts this project's training`, () => {
    const { config, warnings } = parseConfiguration(Deno.readTextFileSync(new URL(file, folder)));
    assert.deepEqual(warnings, []);
    const parameters = nextParameters(config, [], () => 0.5)!;
    const words = trialCommand(config.command, { parameters, jsonPath: "", environment: {} });
    assert.deepEqual(words.slice(0, 4), ["/usr/bin/env", "deno", "task", "train"]);
    assert.match(words[4]!, /^(cnn|rnn)$/);
    trainingArguments(words.slice(4)); // throws where a parameter is no key, or a value does not fit
    assert.equal(words.filter((word) => /^--epochs=\d+$/.test(word)).length, 1);
  });
}

Deno.test("the table of sweeps/README.md has every file and its number of runs", () => {
  const readme = Deno.readTextFileSync(new URL("README.md", folder));
  for (const file of files) {
    const { config } = parseConfiguration(Deno.readTextFileSync(new URL(file, folder)));
    const runs = config.runCap ?? gridSize(config);
    assert.match(readme, new RegExp(`\\| +${file} +\\|.*\\| +${runs} +\\|`));
  }
});
