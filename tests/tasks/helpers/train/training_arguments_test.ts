import assert from "node:assert/strict";
import { trainingArguments } from "lib/tasks/helpers/train/training_arguments.ts";

Deno.test("a bare family trains with the defaults", () => {
  const { family, config, resume, json, wandb, threads } = trainingArguments(["cnn"]);
  assert.deepEqual({ family, resume, json, wandb, threads }, {
    family: "cnn",
    resume: false,
    json: false,
    wandb: false,
    threads: undefined,
  });
  assert.equal(config.epochs, 20);
  assert.equal(config.limit, 0);
});

Deno.test("options and keys are read together", () => {
  const given = ["rnn", "--limit", "500", "--seed=3", "--resume", "--units=32,16", "--cell=gru"];
  const { config, resume } = trainingArguments([...given, "--learning_rate=1e-4"]);
  assert.deepEqual(
    [config.limit, config.seed, config.learningRate, resume],
    [500, 3, 1e-4, true],
  );
  assert.deepEqual((config as unknown as { units: number[] }).units, [32, 16]);
});

Deno.test("a sweep's parameters are taken, and the command line goes before them", () => {
  const parameters = { dropout: 0.3, filters_1: 32, epochs: 4 };
  const { config } = trainingArguments(["cnn", "--epochs=2"], { parameters });
  const { dropout, filters, epochs } = config as unknown as Record<string, unknown>;
  assert.deepEqual({ dropout, filters, epochs }, {
    dropout: 0.3,
    filters: [32, 128, 64],
    epochs: 2,
  });
});

const wrong: [string[], RegExp][] = [
  [["cmn"], /Cannot train "cmn": .* Did you mean "cnn"\?/],
  [[], /Cannot train ""/],
  [["cnn", "--epoch=3"], /Cannot set "epoch": .* Did you mean "epochs"\?/],
  [["cnn", "epochs=3"], /"epochs=3" is not --key=value/],
  [["cnn", "--threads=two"], /--threads must be a whole number from 1 but is "two"/],
  [["rnn", "--cell=lstn"], /must be lstm or gru or simple but is "lstn"/],
];
for (const [args, message] of wrong) {
  Deno.test(`train ${args.join(" ")} is an error`, () => {
    assert.throws(() => trainingArguments(args), message);
  });
}
