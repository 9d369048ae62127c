import assert from "node:assert/strict";
import { stopSignal } from "lib/notebook/mod.ts";

Deno.test({
  name:
    "stopSignal() ends a training on an interrupt, the program goes on and the next signal is fresh",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", `${import.meta.dirname}/../stoppable_program.ts`],
      stdout: "piped",
    }).spawn();
    let output = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      if (text.includes("interrupt me")) child.kill("SIGINT");
      output += text;
    }
    assert.equal((await child.status).code, 0);
    assert.match(output, /Stopped in epoch 1 of 4.*\nthe next signal is fresh/);
  },
});

Deno.test({
  name: "stopSignal() is the same for all who ask, until it is aborted",
  // The listener stays until then.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: () => {
    assert.equal(stopSignal(), stopSignal());
    assert.equal(stopSignal().aborted, false);
  },
});
