import assert from "node:assert/strict";
import { decodeRecord, encodeRecord, type RunRecord } from "lib/wandb/log/run_records.ts";
import golden from "../../fixtures/wandb/records.golden.json" with { type: "json" };

const time = 1700000000250;

/** The records of tests/reference/wandb_records.py, in its order. */
const records: Record<string, RunRecord> = {
  header: { kind: "header", producer: "ecg-beats" },
  run: {
    kind: "run",
    run: {
      id: "abc",
      entity: "me",
      project: "demo",
      group: "g",
      jobType: "train",
      name: "a run",
      notes: "n",
      tags: ["a", "b"],
      sweepId: "swp1",
      host: "host",
      startTime: time,
      config: { rate: 0.001, opt: { depth: 3 }, "é": "☃" },
    },
  },
  environment: {
    kind: "environment",
    machine: {
      os: "linux",
      startedAt: new Date(time).toISOString(),
      args: ["--a", "b"],
      program: "train.ts",
      host: "host",
      executable: "deno",
      cpu_count: 2,
    },
  },
  history: { kind: "history", row: { loss: NaN, up: Infinity, _step: 300 }, step: 300 },
  "history 0": { kind: "history", row: { loss: 0.5 }, step: 0 },
  summary: { kind: "summary", update: { best: 0.25 } },
  config: { kind: "config", update: { later: [1, 2.5] } },
  stdout: { kind: "console", text: "hello\n", stream: "stdout", time },
  stderr: { kind: "console", text: "bad\n", stream: "stderr", time },
  files: { kind: "files", paths: ["model.json", "b.txt"] },
  exit: { kind: "exit", exitCode: 255, seconds: 61 },
  "exit 0": { kind: "exit", exitCode: 0, seconds: 0 },
  "exit -1": { kind: "exit", exitCode: -1, seconds: 3 },
};

Deno.test("encodeRecord() writes the bytes that W&B's own protobuf module writes", () => {
  const names = Object.keys(golden);
  assert.deepEqual(Object.keys(records), names);
  for (const [index, name] of names.entries()) {
    assert.equal(encodeRecord(records[name]!, index + 1).toHex(), golden[name as "run"], name);
  }
});

Deno.test("decodeRecord() reads them back", () => {
  for (const [name, hex] of Object.entries(golden)) {
    assert.deepEqual(decodeRecord(Uint8Array.fromHex(hex)), records[name], name);
  }
});

Deno.test("decodeRecord() skips records of other kinds", () => {
  assert.equal(decodeRecord(Uint8Array.of(0x08, 1, 0x5a, 0)), undefined); // telemetry
});
