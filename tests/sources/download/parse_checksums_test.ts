import assert from "node:assert/strict";
import { parseChecksums } from "lib/sources/download/parse_checksums.ts";

const [first, second] = ["0a".repeat(32), "1b".repeat(32)];

Deno.test("parseChecksums() reads PhysioNet's lines and those of sha256sum", () => {
  const text = `${first} 100.atr\n${second.toUpperCase()}  x_mitdb/x_108.dat\r\n${first} *b c.hea`;
  assert.deepEqual(
    [...parseChecksums(text)],
    [["100.atr", first], ["x_mitdb/x_108.dat", second], ["b c.hea", first]],
  );
});

Deno.test("parseChecksums() passes over anything else", () => {
  assert.equal(parseChecksums(`<html>\n${first}\n${first.slice(1)} 100.dat\n\n`).size, 0);
});
