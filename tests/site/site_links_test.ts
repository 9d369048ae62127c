import assert from "node:assert/strict";
import { siteLinks } from "lib/site/site_links.ts";

const options = {
  source: "notebooks/01_explore.ipynb",
  page: "notebooks/01_explore.html",
  places: new Map([
    ["notebooks/02_cnn.ipynb", "notebooks/02_cnn.html"],
    ["models/cnn", "models/cnn.html"],
    ["bench/a.png", "pictures/a.png"],
  ]),
};

Deno.test("siteLinks() points links and pictures to where files are in the site", () => {
  assert.equal(
    siteLinks('<a href="02_cnn.ipynb#data">x</a> <a href="../models/cnn/">y</a>', options),
    '<a href="02_cnn.html#data">x</a> <a href="../models/cnn.html">y</a>',
  );
  assert.equal(
    siteLinks('<img alt="a" src="../bench/a.png">', options),
    '<img alt="a" src="../pictures/a.png">',
  );
});

Deno.test("siteLinks() leaves links to the web and into the page, and makes others text", () => {
  const kept = '<a href="https://deno.com">x</a> <a href="#data">y</a>';
  assert.equal(siteLinks(kept, options), kept);
  assert.equal(
    siteLinks('the <a href="../LICENSE"><b>licence</b></a>', options),
    "the <b>licence</b>",
  );
});

Deno.test("siteLinks() throws on a picture that is not there", () => {
  assert.throws(
    () => siteLinks('<img src="b.png">', options),
    /picture "b\.png" is not in the site/,
  );
});
