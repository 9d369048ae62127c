import assert from "node:assert/strict";
import { WfdbError } from "lib/wfdb/mod.ts";
import { quote } from "lib/wfdb/wfdb_error.ts";

Deno.test("WfdbError says what was being done, what was wanted and what was found", () => {
  const details = { file: "207.dat", part: "signal 1 checksum", wanted: 12345, found: 12001 };
  const error = new WfdbError('read record "207"', details);
  assert.equal(
    error.message,
    'Cannot read record "207": signal 1 checksum must be 12345 but is 12001',
  );
  assert.deepEqual([error.name, error.details], ["WfdbError", details]);
});

Deno.test("quote() makes any text short and printable", () => {
  assert.equal(quote("a\u0000b"), '"a\\u0000b"');
  assert.equal(quote("x".repeat(1000)).length, 65);
});
