import assert from "node:assert/strict";
import { join } from "node:path";
import { filledCards, filledHouse, filledModelsPage, filledReadme } from "lib/tasks/readme.ts";

Deno.test("the README's numbers are those of the stored runs (deno task readme writes them)", async () => {
  const text = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assert.equal(text, await filledReadme(text));
});

Deno.test("the page about lib draws the rooms as they are (deno task readme writes it)", async () => {
  const text = await Deno.readTextFile(new URL("../../lib/README.md", import.meta.url));
  assert.equal(text, filledHouse(text));
});

Deno.test("the page about models says what 8 bits cost and gain (deno task readme writes it)", async () => {
  const text = await Deno.readTextFile(new URL("../../models/README.md", import.meta.url));
  assert.equal(text, await filledModelsPage(text));
});

Deno.test("the models' cards say what their files do (deno task readme writes them)", async () => {
  for (const { name, card } of await filledCards()) {
    const path = join(import.meta.dirname!, "../../models", name, "README.md");
    assert.equal(await Deno.readTextFile(path), card, name);
  }
});
