import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Dataset, writeHeartbeatCsv } from "lib/beats/mod.ts";
import { goldenDataset } from "../golden_dataset.ts";

/** The rows that pandas reads from the extract of the published file. */
function extractDataset(): Dataset<"test"> {
  const bytes = Deno.readFileSync(new URL("../../fixtures/beats/extract.f32", import.meta.url));
  const table = new Float32Array(bytes.buffer);
  const rows = Array.from({ length: table.length / 188 }, (_, row) => row);
  const values = rows.flatMap((row) => Array.from(table.subarray(row * 188, row * 188 + 187)));
  return {
    ...goldenDataset(),
    role: "test",
    inputs: { beat: { shape: [187, 1], values: Float32Array.from(values) } },
    labels: Uint8Array.from(rows, (row) => table[row * 188 + 187]!),
  };
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("writeHeartbeatCsv() writes the published lines to the byte", async () => {
  const expected = Deno.readFileSync(new URL("../../fixtures/beats/extract.csv", import.meta.url));
  await inFolder(async (folder) => {
    const written = await writeHeartbeatCsv(`${folder}/rows.csv`, extractDataset());
    assert.deepEqual(await Deno.readFile(`${folder}/rows.csv`), expected);
    const sha256 = createHash("sha256").update(expected).digest("hex");
    assert.deepEqual(written, { rows: 10, bytes: expected.length, sha256 });
  });
});

Deno.test("writeHeartbeatCsv() writes more rows than fit a chunk", async () => {
  const values = Float32Array.from({ length: 1030 * 187 }, (_, index) => (index % 997) / 996);
  const many = {
    ...extractDataset(),
    inputs: { beat: { shape: [187, 1], values } },
    labels: Uint8Array.from({ length: 1030 }, (_, row) => row % 5),
  };
  await inFolder(async (folder) => {
    await writeHeartbeatCsv(`${folder}/rows.csv`, many);
    const lines = (await Deno.readTextFile(`${folder}/rows.csv`)).trimEnd().split("\n");
    assert.equal(lines.length, 1030);
    lines.forEach((line, row) => {
      const fields = Float32Array.from(line.split(","), Number);
      assert.deepEqual(fields.subarray(0, 187), values.subarray(row * 187, (row + 1) * 187));
      assert.equal(fields[187], row % 5);
    });
  });
});

Deno.test("writeHeartbeatCsv() leaves no file behind when a value is none of a row", async () => {
  const dataset = extractDataset();
  dataset.inputs.beat!.values[187 + 3] = -0.5;
  await inFolder(async (folder) => {
    await assert.rejects(writeHeartbeatCsv(`${folder}/rows.csv`, dataset), {
      name: "RangeError",
      message: "Cannot write row 1 as CSV: value 3 must be from 0 to 1 but is -0.5",
    });
    assert.deepEqual(Array.from(Deno.readDirSync(folder)), []);
  });
});
