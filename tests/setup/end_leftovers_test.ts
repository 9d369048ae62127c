import assert from "node:assert/strict";
import { endLeftovers, setupMark } from "lib/setup/end_leftovers.ts";

const sleeper = (environment: Record<string, string>) =>
  new Deno.Command(Deno.execPath(), {
    args: ["eval", "console.log(1); await new Promise((r) => setTimeout(r, 60_000))"],
    env: environment,
    stdout: "piped",
  }).spawn();

Deno.test("endLeftovers() ends the programs of its own checkout and no others", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const children = [sleeper(setupMark("/one")), sleeper(setupMark("/one-too")), sleeper({})];
  const [marked, otherCheckout, unmarked] = children;
  for (const child of children) await child.stdout.getReader().read();
  await endLeftovers("/one");
  assert.equal((await marked!.status).signal, "SIGKILL");
  for (const child of [otherCheckout!, unmarked!]) {
    child.kill("SIGTERM");
    assert.equal((await child.status).signal, "SIGTERM");
  }
});
