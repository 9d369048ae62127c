import assert from "node:assert/strict";
import { captureConsole } from "lib/wandb/capture_console.ts";

Deno.test("captureConsole() hands on what is printed, until it is ended", () => {
  const taken: string[] = [];
  const end = captureConsole((text, stream) => taken.push(`${stream}: ${text}`));
  console.log("epoch", 1, { loss: 0.5 });
  console.error("bad");
  end();
  console.log("not this");
  assert.deepEqual(taken, ["stdout: epoch 1 { loss: 0.5 }\n", "stderr: bad\n"]);
});
