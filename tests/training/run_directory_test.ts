import assert from "node:assert/strict";
import { runDirectory } from "lib/training/mod.ts";

const config = { seed: 3, epochs: 20, filters: [64, 128] };

Deno.test("the same configuration has the same folder, in whatever order its keys stand", () => {
  assert.equal(
    runDirectory("cnn", config),
    runDirectory("cnn", { filters: [64, 128], epochs: 20, seed: 3 }),
  );
  assert.notEqual(
    runDirectory("cnn", config),
    runDirectory("cnn", { ...config, filters: [64, 64] }),
  );
  assert.match(runDirectory("cnn", config), /cnn-seed3-[0-9a-f]{8}$/);
});

Deno.test("ECG_RUNS says where runs are kept", () => {
  const before = Deno.env.get("ECG_RUNS");
  Deno.env.set("ECG_RUNS", "/somewhere");
  try {
    assert.match(runDirectory("cnn", config), /^\/somewhere\//);
  } finally {
    if (before === undefined) Deno.env.delete("ECG_RUNS");
    else Deno.env.set("ECG_RUNS", before);
  }
});
