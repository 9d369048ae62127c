import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  kindFolder,
  mergeResults,
  readKinds,
  readResults,
  storeResults,
} from "../../bench/results_files.ts";
import { sampleResult } from "./sample_result.ts";

Deno.test("mergeResults() replaces what was measured again, in the order of the benchmarks", () => {
  const merged = mergeResults(
    { records: sampleResult({ ratio: 0.1 }), cnn_32: sampleResult({ ratio: 0.2 }) },
    { lstm_32: sampleResult({ ratio: 0.3 }), records: sampleResult({ ratio: 0.4 }) },
  );
  assert.deepEqual(Object.keys(merged), ["cnn_32", "lstm_32", "records"]);
  assert.deepEqual(Object.values(merged).map(({ ratio }) => ratio), [0.2, 0.3, 0.4]);
});

Deno.test("storeResults() writes what readResults() reads, and a picture", async () => {
  const directory = await Deno.makeTempDir();
  try {
    assert.deepEqual(await readResults(directory), {});
    await storeResults(directory, { cnn_32: sampleResult() });
    await storeResults(directory, { rows: sampleResult({ ratio: 0.7 }) });
    const results = await readResults(directory);
    assert.deepEqual(results, { cnn_32: sampleResult(), rows: sampleResult({ ratio: 0.7 }) });
    assert.ok(existsSync(join(directory, "bench.png")));
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("each kind of processor keeps its own results", async () => {
  const directory = await Deno.makeTempDir();
  const { machine } = sampleResult();
  const other = { ...machine, cpu: "Slow Two", instructions: ["avx2", "avx512_vnni"] };
  try {
    for (const one of [machine, other]) {
      const results = { rows: sampleResult({ machine: one }) };
      await storeResults(join(directory, kindFolder(one)), results);
    }
    const kinds = await readKinds(directory);
    assert.deepEqual(kinds.map(({ kind }) => kind), ["Fast One, avx2", "Slow Two, avx512_vnni"]);
    assert.equal(kinds[1]!.directory, join(directory, "slow_two_avx512_vnni"));
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});
