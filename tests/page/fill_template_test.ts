import assert from "node:assert/strict";
import { fillTemplate } from "lib/page/fill_template.ts";

Deno.test("fillTemplate() puts each part where it is named, as often as it is, and looks for no names in parts", () => {
  const parts = { a: "{{ b }}", b: "$&" };
  assert.equal(fillTemplate("{{ a }}, {{b}}, {{ a }}", parts), "{{ b }}, $&, {{ b }}");
});

Deno.test("fillTemplate() refuses a template that names another part, or lacks one", () => {
  assert.throws(() => fillTemplate("{{ a }} {{ b-c }}", { a: "" }), {
    message: "Cannot fill a template: wanted the parts a, b-c, found a",
  });
  assert.throws(() => fillTemplate("{{ a }}", { a: "", b: "" }), /wanted the parts a, found a, b/);
});
