import assert from "node:assert/strict";
import { showProgress } from "lib/notebook/mod.ts";
import { fakeKernel } from "../fake_kernel.ts";
import { batchEvent, epochEvent } from "../training_events.ts";

// The signal listener of a training stays until the stop button was pressed.
const sanitize = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  ...sanitize,
  name: "showProgress() updates one output and leaves a figure in it",
  fn: async () => {
    const { kernel, shown } = fakeKernel();
    const result = await showProgress(({ onEvent }) => {
      [batchEvent(1, 1), batchEvent(1, 10), epochEvent(1)].forEach(onEvent);
      return Promise.resolve("history");
    }, { kernel, interval: 0 });
    assert.equal(result, "history");
    assert.equal(shown[0]!.type, "display_data");
    assert.ok(shown.slice(1).every(({ type }) => type === "update_display_data"));
    assert.equal(new Set(shown.map(({ id }) => id)).size, 1);
    assert.ok("text/html" in shown[1]!.data);
    const last = shown.at(-1)!.data;
    assert.match(last["text/plain"] as string, /Trained for 1 epoch, of 4 at most/);
    assert.ok("application/vnd.plotly.v1+json" in last && "image/png" in last);
  },
});

Deno.test({
  ...sanitize,
  name: "showProgress() draws batches no more often than it should",
  fn: async () => {
    const { kernel, shown } = fakeKernel();
    await showProgress(({ onEvent }) => {
      for (let batch = 1; batch <= 10; batch++) onEvent(batchEvent(1, batch));
      return Promise.resolve();
    }, { kernel, interval: 1e6 });
    // The start, the first batch, the end.
    assert.equal(shown.length, 3);
  },
});

Deno.test({
  ...sanitize,
  name: "showProgress() says that a training failed and hands its error on",
  fn: async () => {
    const { kernel, shown } = fakeKernel();
    const train = ({ onEvent }: { onEvent: (event: ReturnType<typeof batchEvent>) => void }) => {
      onEvent(batchEvent(1, 3));
      return Promise.reject(new Error("the loss is NaN"));
    };
    await assert.rejects(showProgress(train, { kernel }), /the loss is NaN/);
    assert.match(shown.at(-1)!.data["text/plain"] as string, /Failed in epoch 1 of 4/);
  },
});
