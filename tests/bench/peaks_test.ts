import assert from "node:assert/strict";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { writeRecord } from "lib/wfdb/mod.ts";
import { peaksTable, scorePeers } from "../../bench/peaks.ts";

Deno.test("scorePeers() scores what other programs have found, and the table has them by their errors", async () => {
  const directory = await Deno.makeTempDir();
  const record = synthesizeRecord(syntheticPatients[5]!, { duration: 60 });
  await writeRecord(directory, record);
  const beats = record.annotations.filter(({ symbol }) => "NAVF/".includes(symbol))
    .map(({ sample }) => sample);
  const peers = await scorePeers(directory, {
    poor: { seconds: 9, samples: { [record.name]: [...beats.slice(2), 5] } },
    exact: { seconds: 1, samples: { [record.name]: beats } },
    silent: { seconds: 2, samples: {} },
  });
  assert.deepEqual([peers.exact!.missed, peers.exact!.invented], [0, 0]);
  assert.deepEqual([peers.poor!.missed, peers.poor!.invented], [2, 1]);
  assert.equal(peers.silent!.missed, beats.length);
  const table = peaksTable({
    ...{ results: {}, source: "made", date: "2026-11-28", seconds: 1, peers },
  });
  const names = [...table.matchAll(/^\| (exact|poor|silent) /gm)].map(([, name]) => name);
  assert.deepEqual(names, ["exact", "poor", "silent"]);
  await Deno.remove(directory, { recursive: true });
});
