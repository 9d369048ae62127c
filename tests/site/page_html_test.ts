import assert from "node:assert/strict";
import { pageHtml } from "lib/site/page_html.ts";

Deno.test("pageHtml() names the other pages and its files by the way from the page", () => {
  const navigation = [{ path: "index.html", title: "A & B" }, { path: "n/1.html", title: "one" }];
  const html = pageHtml({ path: "n/1.html", title: "1 < 2", body: "<p>text</p>" }, { navigation });
  assert.match(html, /<title>1 &lt; 2<\/title>/);
  assert.match(html, /<a href="\.\.\/index\.html">A &amp; B<\/a>/);
  assert.match(html, /<a aria-current="page">one<\/a>/);
  assert.match(html, /href="\.\.\/assets\/site\.css"/);
  assert.match(html, /<p>text<\/p>/);
});
