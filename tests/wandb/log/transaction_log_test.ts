import assert from "node:assert/strict";
import { createTransactionLog, readTransactionLog } from "lib/wandb/log/transaction_log.ts";

const clientFile = Deno.readFileSync(
  new URL("../../fixtures/wandb/client_run.wandb", import.meta.url),
);

/** The bytes of a log with these records. */
function written(records: readonly Uint8Array[]): Uint8Array {
  const directory = Deno.makeTempDirSync();
  try {
    const log = createTransactionLog(`${directory}/a.wandb`);
    records.forEach((record) => log.append(record));
    log.close();
    return Deno.readFileSync(`${directory}/a.wandb`);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

Deno.test("createTransactionLog() writes a file of W&B's client again, byte for byte", () => {
  const { records, end } = readTransactionLog(clientFile);
  assert.equal(end, clientFile.length);
  assert.ok(clientFile.length > 32768, "the file must cross a block");
  assert.deepEqual(written(records), clientFile);
});

Deno.test("createTransactionLog() fills the rest of a block that has no room for a chunk", () => {
  for (const rest of [0, 1, 6, 7, 8]) {
    const first = new Uint8Array(32768 - 7 - 7 - 7 - rest).fill(1); // two chunk headers, file header
    const records = [first, new Uint8Array(100_000).fill(2), Uint8Array.of(3)];
    assert.deepEqual(readTransactionLog(written(records)).records, records);
  }
});

Deno.test("createTransactionLog() does not overwrite", () => {
  const path = Deno.makeTempFileSync();
  assert.throws(() => createTransactionLog(path), Deno.errors.AlreadyExists);
  Deno.removeSync(path);
});

Deno.test("readTransactionLog() reads on from where it ended, cut anywhere", () => {
  const whole = readTransactionLog(clientFile).records;
  for (let cut = 0; cut < clientFile.length; cut += 997) {
    const before = readTransactionLog(clientFile.subarray(0, cut));
    assert.ok(before.end <= cut);
    const after = readTransactionLog(clientFile.subarray(before.end), before.end);
    assert.equal(before.records.length + after.records.length, whole.length);
    assert.equal(after.end, clientFile.length);
  }
});

Deno.test("readTransactionLog() ends at a damaged record and refuses another kind of file", () => {
  const damaged = clientFile.slice();
  damaged[500]! ^= 1;
  assert.ok(readTransactionLog(damaged).records.length < 5);
  assert.throws(() => readTransactionLog(new TextEncoder().encode("not a run file")), TypeError);
});
