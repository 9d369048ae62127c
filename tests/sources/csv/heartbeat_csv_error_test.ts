import assert from "node:assert/strict";
import { HeartbeatCsvError } from "lib/sources/csv/heartbeat_csv_error.ts";

Deno.test("HeartbeatCsvError says where the error is", () => {
  const error = new HeartbeatCsvError({ path: "a.csv", line: 3, column: 5 }, "must be a number");
  assert.equal(
    error.message,
    'Cannot read heartbeat rows from "a.csv", line 3, column 5: must be a number',
  );
  assert.deepEqual(error.place, { path: "a.csv", line: 3, column: 5 });
  const whole = new HeartbeatCsvError({ path: "a.csv", line: 3 }, "is odd");
  assert.equal(whole.message, 'Cannot read heartbeat rows from "a.csv", line 3: is odd');
});
