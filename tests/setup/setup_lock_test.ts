import assert from "node:assert/strict";
import { withSetupLock } from "lib/setup/setup_lock.ts";
import { makeCheckout } from "./checkout.ts";

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

Deno.test("withSetupLock() lets one set-up work after the other and says that one waits", async () => {
  const paths = makeCheckout();
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} starts`);
    await sleep(150);
    events.push(`${name} ends`);
  };
  const say = (line: string) => events.push(line);
  await Promise.all([
    withSetupLock(paths, work("first"), { say }),
    sleep(50).then(() => withSetupLock(paths, work("second"), { say })),
  ]);
  assert.deepEqual(events, [
    "first starts",
    "Another task is setting up this checkout: waiting for it.",
    "first ends",
    "second starts",
    "second ends",
  ]);
});

Deno.test("withSetupLock() is free again after work that failed", async () => {
  const paths = makeCheckout();
  const say = () => {};
  await assert.rejects(
    withSetupLock(paths, () => Promise.reject(new Error("no")), { say }),
    /^Error: no$/,
  );
  assert.equal(await withSetupLock(paths, () => Promise.resolve(1), { say }), 1);
});

Deno.test("withSetupLock() stops waiting when the signal says so", async () => {
  const paths = makeCheckout();
  const abort = new AbortController();
  const say = () => abort.abort();
  const first = withSetupLock(paths, () => sleep(400), { say: () => {} });
  await sleep(50);
  await assert.rejects(
    withSetupLock(paths, () => Promise.resolve(), { say, signal: abort.signal }),
    { name: "AbortError" },
  );
  await first;
});
