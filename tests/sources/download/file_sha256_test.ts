import assert from "node:assert/strict";
import { fileSha256 } from "lib/sources/download/file_sha256.ts";

Deno.test("fileSha256() gives the digests of FIPS 180-2's examples", async () => {
  const path = await Deno.makeTempFile();
  const examples = {
    "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    [
      "a".repeat(1_000_000)
    ]: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  };
  for (const [text, digest] of Object.entries(examples)) {
    await Deno.writeTextFile(path, text);
    assert.equal(await fileSha256(path), digest);
  }
  await Deno.remove(path);
  assert.equal(await fileSha256(path), undefined);
});
