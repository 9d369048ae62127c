import assert from "node:assert/strict";
import { rowsToScore } from "lib/tasks/helpers/evaluate/rows_to_score.ts";

const files = new URL("../../../fixtures/sources/pandas/", import.meta.url).pathname;

Deno.test("rowsToScore() gives all rows of a file that pandas wrote, gzipped or not", async () => {
  for (const name of ["header.csv", "numbered.csv.gz", "named.csv.gz"]) {
    const { test, split, parts } = await rowsToScore({ data: `${files}${name}` });
    assert.deepEqual([...test.labels], [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    assert.equal(test.source.name, `heartbeat rows of ${name}`);
    assert.equal(split, "all rows of the file");
    assert.equal(parts, undefined);
  }
});

Deno.test("rowsToScore() says when there is no such file, or no such folder of records", async () => {
  await assert.rejects(rowsToScore({ data: "no/such.csv" }), /there is no such file/);
  await assert.rejects(
    rowsToScore({ data: "no/such" }),
    /wanted a folder at ".*no\/such", found nothing there/,
  );
});
