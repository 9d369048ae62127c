import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  aamiClasses,
  auditDataset,
  type Beat,
  chooseSplit,
  createDataset,
  type DataSource,
  kaggleSplit,
  publishedTestSha256,
  segmentBeats,
  type Split,
  writeHeartbeatCsv,
} from "lib/beats/mod.ts";
import { findRecords } from "lib/sources/mod.ts";
import { readRecords } from "lib/wfdb/mod.ts";

const options = { data: { type: "string" }, csv: { type: "string" } } as const;

function showTable(beats: Beat[], split: Split, source: DataSource): void {
  const { counts, sharedBeats, sharedRows } = auditDataset(createDataset(beats, split, { source }));
  const total = (column: number[]) => column.reduce((sum, count) => sum + count, 0);
  const columns = [counts.train, counts.validation, counts.test]
    .map((column) => [...column, total(column)].map((count) => count.toLocaleString("en")));
  const names = [...aamiClasses.map(({ letter, name }) => `${letter} ${name}`), "all"];
  const line = (name: string, cells: string[]) =>
    console.log(name.padEnd(33) + cells.map((cell) => cell.padStart(12)).join(""));
  line(`Beats, split ${split.name}`, []);
  line("", ["train", "validation", "test"]);
  names.forEach((name, row) => line(name, columns.map((column) => column[row]!)));
  console.log(`In more than one part: ${sharedBeats} beats, ${sharedRows} identical rows.\n`);
}

async function writeFiles(folder: string, beats: Beat[], split: Split, source: DataSource) {
  await Deno.mkdir(folder, { recursive: true });
  const prefix = source.synthetic ? "synthetic" : split === kaggleSplit ? "mitbih" : "records";
  const parts = createDataset(beats, split, { source, validationFraction: 0 });
  for (const part of ["train", "test"] as const) {
    const path = join(folder, `${prefix}_${part}.csv`);
    const { rows, bytes, sha256 } = await writeHeartbeatCsv(path, parts[part]);
    console.log(`${path}: ${rows} rows, ${bytes} bytes, SHA-256 ${sha256}`);
    if (part === "train" || split !== kaggleSplit) continue;
    const verdict = sha256 === publishedTestSha256 ? "equals" : "differs from";
    console.log(`${path} ${verdict} the published mitbih_test.csv.`);
  }
}

/** Finds the records, prints what they contain and, with --csv, writes them as heartbeat CSV files. */
async function main(): Promise<void> {
  const { data, csv } = parseArgs({ args: Deno.args, options }).values;
  const { directory, source } = await findRecords({ data, retryAfter: 0 });
  const records = await readRecords(directory);
  const note = source.synthetic ? " (synthetic, not measured)" : "";
  console.log(`${source.name}${note}: ${records.length} records in ${directory}\n`);
  const beats = records.flatMap(segmentBeats);
  const split = chooseSplit(beats, source);
  showTable(beats, split, source);
  if (csv) await writeFiles(csv, beats, split, source);
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(`${error.message}\n\nUsage: deno task data [--data DIR] [--csv DIR]`);
    Deno.exit(1);
  });
}
