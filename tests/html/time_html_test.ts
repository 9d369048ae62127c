import assert from "node:assert/strict";
import { timeHtml } from "lib/html/mod.ts";

Deno.test("timeHtml() says a time for people and for programs", () => {
  assert.equal(
    timeHtml(new Date("2024-05-06T07:08:09.123Z")),
    '<time datetime="2024-05-06T07:08:09.123Z">2024-05-06 07:08:09 UTC</time>',
  );
});
