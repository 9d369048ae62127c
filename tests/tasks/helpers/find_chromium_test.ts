import assert from "node:assert/strict";
import { join } from "node:path";
import { findChromium } from "lib/tasks/helpers/find_chromium.ts";

Deno.test("findChromium() takes the browser that CHROMIUM names, and no other when it is not there", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const browser = join(folder, "browser");
    await Deno.writeTextFile(browser, "");
    assert.equal(findChromium({ CHROMIUM: browser }), browser);
    await Deno.remove(browser);
    assert.throws(() => findChromium({ CHROMIUM: browser, PATH: folder }), /no file ".*browser"/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("findChromium() looks along PATH first", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(folder, "chromium"), "");
    assert.equal(findChromium({ PATH: folder }), join(folder, "chromium"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
