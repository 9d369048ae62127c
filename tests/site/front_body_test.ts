import assert from "node:assert/strict";
import { frontBody } from "lib/site/front_body.ts";

Deno.test("frontBody() lists the notebooks where they are wanted", () => {
  const listed = { path: "notebooks/a.html", name: "a", title: "Is 1 < 2?", picture: "p/a.png" };
  const html = frontBody("<p>before</p><p>[notebooks]</p><p>after</p>", [listed]);
  assert.match(html, /before.*href="notebooks\/a\.html".*src="p\/a\.png".*Is 1 &lt; 2\?.*after/s);
});
