import assert from "node:assert/strict";
import { join } from "node:path";
import { filledCards } from "lib/tasks/helpers/readme/filled_cards.ts";
import { filledHouse } from "lib/tasks/helpers/readme/filled_house.ts";
import { filledModelsPage } from "lib/tasks/helpers/readme/filled_models_page.ts";
import { filledReadme } from "lib/tasks/helpers/readme/filled_readme.ts";

const root = join(import.meta.dirname!, "../..");

Deno.test("the README's numbers are those of the stored runs (deno task readme writes them)", async () => {
  const text = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assert.equal(text, await filledReadme(text, root));
});

Deno.test("the page about lib draws the rooms as they are (deno task readme writes it)", async () => {
  const text = await Deno.readTextFile(new URL("../../lib/README.md", import.meta.url));
  assert.equal(text, filledHouse(text, root));
});

Deno.test("the page about models says what 8 bits cost and gain (deno task readme writes it)", async () => {
  const text = await Deno.readTextFile(new URL("../../models/README.md", import.meta.url));
  assert.equal(text, await filledModelsPage(text, root));
});

Deno.test("the models' cards say what their files do (deno task readme writes them)", async () => {
  for (const { name, card } of await filledCards(root)) {
    const path = join(root, "models", name, "README.md");
    assert.equal(await Deno.readTextFile(path), card, name);
  }
});
