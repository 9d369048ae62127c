import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { readHeartbeatCsv } from "lib/sources/csv/read_heartbeat_csv.ts";

const extract = new URL("../../fixtures/beats/extract.csv", import.meta.url).pathname;

/** The rows that pandas reads from the extract, label last. */
function pandasRows(): Float32Array {
  const bytes = Deno.readFileSync(new URL("../../fixtures/beats/extract.f32", import.meta.url));
  return new Float32Array(bytes.buffer);
}

async function withFile(
  text: string | Uint8Array,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeFile(path, typeof text === "string" ? new TextEncoder().encode(text) : text);
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

Deno.test("readHeartbeatCsv() reads what pandas writes: header, numbers of rows, gzip", async () => {
  const wanted = await readHeartbeatCsv(extract, "test");
  for (const name of ["header.csv", "numbered.csv.gz", "named.csv.gz"]) {
    const path = new URL(`../../fixtures/sources/pandas/${name}`, import.meta.url).pathname;
    const { inputs, labels, source } = await readHeartbeatCsv(path, "test");
    assert.deepEqual(labels, wanted.labels, name);
    assert.deepEqual(inputs, wanted.inputs, name);
    assert.equal(source.name, `heartbeat rows of ${name}`);
  }
});

Deno.test("readHeartbeatCsv() counts a header in the lines of its errors, and no number of a row", async () => {
  const header = `,${Array.from({ length: 188 }, (_, i) => i).join(",")}\n`;
  const row = Array(188).fill("0").join(",");
  await withFile(`${header}0,${row}\n1,${row.replace("0", "x")}\n`, async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /line 3, column 1: .* but is "x"/);
  });
  await withFile(`${header}0,${row}\n1,2\n`, async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /line 3: .* has 1 column/);
  });
  await withFile(`${header}0,${row}\n${"0".repeat(2 ** 21)}`, async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /line 3: a line must have less than/);
  });
  await withFile(header, async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /there must be a row but is none/);
  });
});

Deno.test("readHeartbeatCsv() says when gzip is damaged, and when there is no file", async () => {
  const packed = gzipSync(await Deno.readFile(extract));
  await withFile(packed.subarray(0, -12), async (path) => {
    await assert.rejects(readHeartbeatCsv(path, "test"), /wanted gzip undamaged, found/);
  });
  await assert.rejects(readHeartbeatCsv("no/such.csv", "test"), /there is no such file/);
});
