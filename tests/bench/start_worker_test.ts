import assert from "node:assert/strict";
import { join } from "node:path";
import { startWorker } from "../../bench/start_worker.ts";

const answerRuns = JSON.stringify(
  new URL("../../bench/ours/answer_runs.ts", import.meta.url).href,
);

Deno.test("startWorker() waits until a program is warm and has it run when it is told to", async () => {
  const worker = await startWorker(program(`
    import { answerRuns } from ${answerRuns};
    await answerRuns({ facts: { runs: 3 }, versions: { v: "1" } }, () => {});
  `));
  assert.deepEqual(worker.ready, { facts: { runs: 3 }, versions: { v: "1" } });
  for (let run = 0; run < 3; run++) {
    const { seconds } = await worker.run();
    assert.ok(seconds >= 0 && seconds < 5);
  }
  await worker.close();
});

Deno.test("startWorker() says what a program said that ended too early", async () => {
  await assert.rejects(
    startWorker(program(`console.error("no such library"); Deno.exit(3);`)),
    /found its end with code 3\nno such library/,
  );
});

Deno.test("startWorker() says what a program said that ended between its runs", async () => {
  const worker = await startWorker(program(`
    console.log('{"facts":{},"versions":{}}');
    console.error("out of memory");
    Deno.exit(9);
  `));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await assert.rejects(worker.run(), /found its end with code 9\nout of memory/);
  await worker.close();
});

Deno.test("startWorker() keeps the choice of another processor's kernels from numpy", async () => {
  const worker = await startWorker(program(`
    import { answerRuns } from ${answerRuns};
    const policy = Deno.env.get("OMP_WAIT_POLICY")!;
    const core = Deno.env.get("OPENBLAS_CORETYPE") ?? "chosen by itself";
    await answerRuns({ facts: { policy, core }, versions: {} }, () => {});
  `));
  assert.deepEqual(worker.ready.facts, { policy: "passive", core: "chosen by itself" });
  await worker.close();
});

function program(code: string): string[] {
  const url = `data:application/typescript,${encodeURIComponent(code)}`;
  return [Deno.execPath(), "run", "-A", "--config", join(import.meta.dirname!, "../../deno.json")]
    .concat(url);
}
