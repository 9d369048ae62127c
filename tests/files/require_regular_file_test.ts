import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { requireRegularFile } from "lib/files/mod.ts";
import { loadModel } from "lib/models/mod.ts";
import { readHeartbeatCsv } from "lib/sources/csv/read_heartbeat_csv.ts";
import { fileSha256 } from "lib/sources/download/file_sha256.ts";
import { givenRecords } from "lib/sources/given_records.ts";
import { readCheckpoint } from "lib/training/checkpoint.ts";
import { readRecord, writeRecord } from "lib/wfdb/mod.ts";
import { readBeatRows } from "../../lib/tasks/helpers/predict/read_beat_rows.ts";
import { makeNamedPipe, within } from "../fixtures/files/named_pipe.ts";

const ignore = Deno.build.os === "windows";
const published = join(import.meta.dirname!, "../../models/cnn");

Deno.test("requireRegularFile() passes a file and names what else it finds", async () => {
  await requireRegularFile(import.meta.filename!);
  await assert.rejects(
    requireRegularFile(import.meta.dirname!),
    /wanted a regular file, found a folder/,
  );
  if (ignore) return;
  await assert.rejects(requireRegularFile("/dev/null"), /found a device or a socket/);
});

/** What reads a file of a folder, and which one is a named pipe in its place. */
const readers: [string, string, (directory: string) => Promise<unknown>][] = [
  ["a header", "one.hea", (directory) => readRecord(join(directory, "one"))],
  ["a signal file", "one.dat", (directory) => readRecord(join(directory, "one"))],
  ["an annotation file", "one.atr", (directory) => readRecord(join(directory, "one"))],
  ["a header in a folder of records", "one.hea", (directory) => givenRecords(directory, "--data")],
  ["an annotation file of MIT-BIH's", "100.atr", (directory) => givenRecords(directory, "--data")],
  ["a model's description", "model.json", loadModel],
  ["a model's weights", "weights.bin", loadModel],
  ["a model's configuration", "config.json", readModelFolder],
  [
    "a checkpoint",
    "checkpoint.bin",
    (directory) => readCheckpoint(join(directory, "checkpoint.bin")),
  ],
  [
    "a heartbeat CSV",
    "rows.csv",
    (directory) => readHeartbeatCsv(join(directory, "rows.csv"), "train"),
  ],
  [
    "a CSV file of beats",
    "rows.csv",
    (directory) => Array.fromAsync(readBeatRows(join(directory, "rows.csv"), 9)),
  ],
  ["a file to be checked", "100.dat", (directory) => fileSha256(join(directory, "100.dat"))],
];

for (const [name, file, read] of readers) {
  Deno.test({ name: `${name} that is a named pipe is refused`, ignore }, async () => {
    const directory = await Deno.makeTempDir();
    try {
      const record = await readRecord(join(import.meta.dirname!, "../fixtures/wfdb/tiny_212"));
      await writeRecord(directory, { ...record, name: "one" });
      for (const one of ["hea", "atr"]) {
        cpSync(join(directory, `one.${one}`), join(directory, `100.${one}`));
      }
      cpSync(published, directory, { recursive: true });
      await Deno.remove(join(directory, file)).catch(() => {});
      makeNamedPipe(join(directory, file));
      await assert.rejects(within(20_000, read(directory)), /regular file/);
    } finally {
      await Deno.remove(directory, { recursive: true });
    }
  });
}

/** Programs of their own: they open the file while all else waits. */
const programs: [string, string[]][] = [
  ["a sweep's configuration", ["run", "-A", "lib/tasks/sweep.ts"]],
  ["a W&B run's log", [
    "eval",
    'import { readRun } from "lib/wandb/mod.ts"; readRun(Deno.args[0]);',
  ]],
];

for (const [name, program] of programs) {
  Deno.test({ name: `${name} that is a named pipe is refused`, ignore }, async () => {
    const directory = await Deno.makeTempDir();
    const signal = AbortSignal.timeout(30_000);
    try {
      const path = join(directory, "pipe");
      makeNamedPipe(path);
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [...program, path],
        cwd: join(import.meta.dirname!, "../.."),
        signal,
      }).output();
      assert.equal(success, false);
      assert.match(new TextDecoder().decode(stderr), /regular file/);
    } finally {
      await Deno.remove(directory, { recursive: true });
    }
  });
}
