import assert from "node:assert/strict";
import { readHeartbeatCsv } from "lib/sources/csv/read_heartbeat_csv.ts";

const extract = new URL("../../fixtures/beats/extract.csv", import.meta.url).pathname;

/** The rows that pandas reads from the extract, label last. */
function pandasRows(): Float32Array {
  const bytes = Deno.readFileSync(new URL("../../fixtures/beats/extract.f32", import.meta.url));
  return new Float32Array(bytes.buffer);
}

async function withFile(text: string, use: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(path, text);
    await use(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("readHeartbeatCsv() reads the values that pandas reads, bit for bit", async () => {
  const { inputs, labels } = await readHeartbeatCsv(extract, "test");
  const expected = pandasRows();
  assert.equal(labels.length, 10);
  assert.deepEqual(inputs.beat!.shape, [187, 1]);
  assert.equal(inputs.beat!.values.length, 10 * 187);
  labels.forEach((label, row) => {
    const bits = (values: Float32Array) => Array.from(new Uint32Array(values.slice().buffer));
    const values = inputs.beat!.values.subarray(row * 187, (row + 1) * 187);
    assert.deepEqual(bits(values), bits(expected.subarray(row * 188, row * 188 + 187)));
    assert.equal(label, expected[row * 188 + 187]);
  });
});

Deno.test("readHeartbeatCsv() gives the role asked for and no provenance", async () => {
  const dataset = await readHeartbeatCsv(extract, "train");
  assert.equal(dataset.role, "train");
  assert.equal(dataset.provenance.length, 10);
  assert.deepEqual(dataset.provenance[0], { record: "", sample: -1, symbol: "" });
  assert.deepEqual(dataset.source, { name: "heartbeat rows of extract.csv", synthetic: false });
});

Deno.test("readHeartbeatCsv() reads lines that lie across chunks of the file", async () => {
  const lines = (await Deno.readTextFile(extract)).repeat(60); // 2.8 MB
  await withFile(lines, async (path) => {
    const { inputs, labels } = await readHeartbeatCsv(path, "test");
    const expected = pandasRows();
    assert.equal(labels.length, 600);
    for (let row = 0; row < 600; row++) {
      const wanted = (row % 10) * 188;
      for (let column = 0; column < 187; column++) {
        if (inputs.beat!.values[row * 187 + column] !== expected[wanted + column]) {
          assert.fail(`row ${row}, column ${column}`);
        }
      }
    }
  });
});

Deno.test("readHeartbeatCsv() refuses an empty file and a line without end", async () => {
  await withFile("", async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /there must be a row but is none/);
  });
  await withFile("0".repeat(2 ** 20 + 1), async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /must have less than 1048576 bytes/);
  });
});

Deno.test("readHeartbeatCsv() counts lines across chunks in its errors", async () => {
  const lines = (await Deno.readTextFile(extract)).repeat(30) + "1,2\n";
  await withFile(lines, async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /line 301: .* has 2 columns/);
  });
});
