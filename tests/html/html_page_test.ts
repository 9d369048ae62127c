import assert from "node:assert/strict";
import { htmlPage } from "lib/html/mod.ts";

Deno.test("htmlPage() is a whole page, its title escaped", () => {
  const html = htmlPage({
    title: `"A" <b> & c`,
    head: "<style>p {}</style>",
    body: "<p>text</p>",
  });
  assert.match(html, /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
  assert.match(html, /<title>&quot;A&quot; &lt;b&gt; &amp; c<\/title>/);
  assert.match(
    html,
    /<style>p \{\}<\/style>\n<\/head>\n<body>\n<p>text<\/p>\n<\/body>\n<\/html>\n$/,
  );
});
