import assert from "node:assert/strict";
import { join } from "node:path";
import { npmTarball } from "lib/tasks/helpers/pack/npm_tarball.ts";

Deno.test("npmTarball() makes what tar extracts, and the same bytes of the same files", async () => {
  const files = new Map([["a.txt", "ä\n".repeat(400)], ["b/c.txt", ""], [
    "d.txt",
    "x".repeat(512),
  ]]);
  const folder = await Deno.makeTempDir();
  await Deno.writeFile(join(folder, "x.tgz"), npmTarball(files));
  const { success } = await new Deno.Command("tar", { args: ["xzf", "x.tgz"], cwd: folder })
    .output();
  assert.ok(success);
  for (const [path, text] of files) {
    assert.equal(await Deno.readTextFile(join(folder, "package", path)), text, path);
  }
  assert.deepEqual(npmTarball(files), npmTarball(files));
  await Deno.remove(folder, { recursive: true });
});

Deno.test("npmTarball() has no room for long paths", () => {
  assert.throws(() => npmTarball(new Map([["a".repeat(93), ""]])), {
    message: `Cannot pack "package/${
      "a".repeat(93)
    }": wanted a path of at most 100 bytes, found 101`,
  });
});
