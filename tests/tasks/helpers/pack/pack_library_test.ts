import assert from "node:assert/strict";
import { join } from "node:path";
import { libraries } from "lib/tasks/helpers/pack/libraries.ts";
import { packLibrary } from "lib/tasks/helpers/pack/pack_library.ts";

const root = join(import.meta.dirname!, "../../../..");

for (const [name, library] of Object.entries(libraries)) {
  Deno.test(`the package of ${name} names nothing that is not in it`, async () => {
    const files = await packLibrary(root, library);
    for (const [path, text] of files) {
      if (!/\.(js|d\.ts)$/.test(path)) continue;
      const code = text.replaceAll(/\/\*.*?\*\/|^ *\/\/ [^\n]*$/gms, "");
      const named = [...code.matchAll(/(?:\bfrom |\bimport\()"([^"]*)"/g)].map(([, to]) => to!);
      const foreign = named.filter((to) =>
        !(to.startsWith(".") && files.has(join(path, "..", to).replaceAll("\\", "/")))
      );
      const allowed = path === "node_files.js" ? ["node:fs/promises"] : [];
      assert.deepEqual(foreign, allowed, path);
      assert.doesNotMatch(code, /\bDeno\.|file:\/\//, path);
    }
    const { exports, browser = {} } = JSON.parse(files.get("package.json")!);
    for (const path of [...Object.values<string>(exports["."]), ...Object.keys(browser)]) {
      assert.ok(files.has(path.slice("./".length)), path);
    }
  });
}

Deno.test("packLibrary() does not pack what needs other rooms", async () => {
  const beats = { ...libraries.wfdb!, name: "beats", base: "lib/beats" };
  await assert.rejects(packLibrary(root, beats), {
    message:
      /^Cannot pack beats: wanted imports from lib\/beats\/ alone, found lib\/random\/.*\.ts/,
  });
});
