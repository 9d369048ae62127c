import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashFiles, isStamped, writeStamp } from "lib/setup/stamp.ts";
import { makeFolder } from "./checkout.ts";

const folder = makeFolder();

Deno.test("isStamped() is true only for exactly what writeStamp() wrote", () => {
  const path = join(folder, "deep", "stamp");
  assert.equal(isStamped(path, "a\n"), false);
  writeStamp(path, "a\n");
  assert.equal(isStamped(path, "a\n"), true);
  assert.equal(isStamped(path, "a"), false);
  assert.deepEqual(readdirSync(join(folder, "deep")), ["stamp"]);
});

Deno.test("hashFiles() tells contents apart, also when a file's end moves into the next", () => {
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  const hash = (first: string, second: string) => {
    writeFileSync(one, first);
    writeFileSync(two, second);
    return hashFiles([one, two]);
  };
  assert.equal(hash("ab", "c"), hash("ab", "c"));
  assert.notEqual(hash("ab", "c"), hash("a", "bc"));
  assert.match(hashFiles([join(folder, "missing")]), /^[0-9a-f]{64}$/);
});
