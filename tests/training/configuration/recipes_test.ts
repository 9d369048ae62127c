import assert from "node:assert/strict";
import { modelFamilies } from "lib/models/mod.ts";
import { completeRecipe, dataDefaults, recipes, trainingDefaults } from "lib/training/mod.ts";

for (const [name, { family, ...difference }] of Object.entries(recipes)) {
  Deno.test(`the recipe ${name} states only what differs from the defaults, by keys that exist`, () => {
    const defaults: Record<string, unknown> = {
      ...dataDefaults,
      ...trainingDefaults,
      ...modelFamilies[family].defaults,
    };
    for (const [key, value] of Object.entries(difference)) {
      assert.ok(Object.hasOwn(defaults, key), key);
      assert.notDeepEqual(value, defaults[key], key);
    }
    assert.deepEqual(completeRecipe(name), { family, config: { ...defaults, ...difference } });
  });

  Deno.test(`the recipe ${name} builds a network of less than 12 MB`, () => {
    const { config } = completeRecipe(name);
    const model = modelFamilies[family].build(config, { seed: 1 });
    // An autoencoder gives back its inputs.
    const values = config.contextUnits > 0 ? 49 + 13 : 187;
    const outputs = family === "autoencoder" ? values : 5;
    assert.deepEqual(model.outputs[0]!.shape, [null, outputs]);
    assert.ok(model.countParams() * 4 < 12e6, `${model.countParams()} parameters`);
    model.dispose();
  });
}

Deno.test("an unknown recipe is an error that names those there are", () => {
  assert.throws(() => completeRecipe("cnm"), /Cannot find the recipe "cnm": there are cnn,/);
  assert.throws(() => completeRecipe("constructor"), /Cannot find the recipe "constructor"/);
});
