import assert from "node:assert/strict";
import { DownloadError, type DownloadFailure } from "lib/sources/download/download_error.ts";
import { type RetryOptions, withRetries } from "lib/sources/download/with_retries.ts";

/** Attempts made at an action that fails some times. */
async function attempts(times: number, error: Error, options: RetryOptions = {}) {
  let made = 0;
  const action = () => ++made <= times ? Promise.reject(error) : Promise.resolve(made);
  const ended = await withRetries(action, { retryDelay: 1, ...options }).then(
    () => "done",
    (found) => found === error ? "failed" : "failed otherwise",
  );
  return [made, ended];
}

const failure = (kind: DownloadFailure) => new DownloadError(kind, kind);

Deno.test("withRetries() tries again after what may pass, a bounded number of times", async () => {
  assert.deepEqual(await attempts(0, failure("stalled")), [1, "done"]);
  assert.deepEqual(await attempts(3, failure("stalled")), [4, "done"]);
  assert.deepEqual(await attempts(4, failure("corrupt")), [4, "failed"]);
  assert.deepEqual(await attempts(9, failure("busy"), { attempts: 2 }), [2, "failed"]);
});

Deno.test("withRetries() ends at once with what lasts, and with errors of any other kind", async () => {
  assert.deepEqual(await attempts(1, failure("missing")), [1, "failed"]);
  assert.deepEqual(await attempts(1, new TypeError("a fault of ours")), [1, "failed"]);
  const lasting = { lasting: ["busy"] as const };
  assert.deepEqual(await attempts(1, failure("busy"), lasting), [1, "failed"]);
  assert.deepEqual(await attempts(1, failure("missing"), lasting), [2, "done"]);
});
