import assert from "node:assert/strict";
import { filledReadme } from "lib/tasks/readme.ts";

Deno.test("the README's numbers are those of the stored runs (deno task readme writes them)", async () => {
  const text = await Deno.readTextFile(new URL("../../README.md", import.meta.url));
  assert.equal(text, await filledReadme(text));
});
