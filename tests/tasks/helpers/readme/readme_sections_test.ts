import assert from "node:assert/strict";
import { fillSection } from "lib/tasks/helpers/readme/readme_sections.ts";

const text = "a\n<!-- begin:x -->\nold\n<!-- end:x -->\nb";

Deno.test("a section is replaced, what is around it stays, and doing it again changes nothing", () => {
  const filled = fillSection(text, "x", "new");
  assert.ok(filled.startsWith("a\n<!-- begin:x -->\n\n"));
  assert.ok(filled.endsWith("\n\n<!-- end:x -->\nb"));
  assert.ok(filled.includes("\n\nnew\n\n") && !filled.includes("old"));
  assert.equal(fillSection(filled, "x", "new"), filled);
});

Deno.test("a section that is not there is an error", () => {
  assert.throws(() => fillSection(text, "y", "new"), /wanted <!-- begin:y --> and <!-- end:y -->/);
});
