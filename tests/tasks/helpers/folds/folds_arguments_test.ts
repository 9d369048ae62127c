import assert from "node:assert/strict";
import { foldsArguments } from "../../../../lib/tasks/helpers/folds/folds_arguments.ts";

Deno.test("foldsArguments() takes its own options in either form, and the others as a training does", () => {
  const args = [
    "cnn_by_patient",
    "--folds",
    "4",
    "--seeds=3",
    "--store",
    "--dropout=0.2",
    "--data",
    "x",
  ];
  const { folds, seeds, store, config, data } = foldsArguments(args);
  assert.deepEqual([folds, seeds, store, data], [4, 3, true, "x"]);
  assert.equal((config as { dropout: number }).dropout, 0.2);
});

Deno.test("foldsArguments() leaves the number of folds open, and knows one for each patient", () => {
  const { folds, seeds, store } = foldsArguments(["rnn_by_patient"]);
  assert.deepEqual([folds, seeds, store], [undefined, 1, false]);
  assert.equal(foldsArguments(["rnn_by_patient", "--folds=all"]).folds, "all");
});

Deno.test("foldsArguments() refuses recipes by beat and numbers that are none", () => {
  assert.throws(() => foldsArguments(["cnn"]), /wanted a recipe by patient, but "cnn" is by beat/);
  assert.throws(() => foldsArguments(["cnn_by_patient", "--folds=2"]), /from 3 but is "2"/);
  assert.throws(() => foldsArguments(["cnn_by_patient", "--seeds", "x"]), /from 1 but is "x"/);
});

Deno.test("foldsArguments() refuses what only a training does, instead of passing it over", () => {
  for (const option of ["limit=100", "out=x", "threads=1", "resume", "json", "wandb"]) {
    assert.throws(
      () => foldsArguments(["cnn_by_patient", `--${option}`]),
      new RegExp(`Cannot make folds: --${option.split("=")[0]} is an option of deno task train`),
    );
  }
  assert.throws(
    () => foldsArguments(["autoencoder_by_patient"]),
    /wanted a recipe of a classifier, but "autoencoder_by_patient"/,
  );
});
