import assert from "node:assert/strict";
import * as door from "ecg-beats";
import { help } from "lib/notebook/mod.ts";
import { namespaceEntries } from "lib/notebook/cells/help.ts";
import { fakeKernel } from "../fake_kernel.ts";

Deno.test("namespaceEntries() has each name that the namespace has, with a sentence", async () => {
  const entries = await namespaceEntries("figures");
  assert.deepEqual(entries.map(({ name }) => name).sort(), Object.keys(door.figures).sort());
  assert.deepEqual(entries.filter(({ what }) => what === ""), []);
  const roc = entries.find(({ name }) => name === "rocCurves")!;
  assert.match(roc.what, /\bROC\b|receiver operating characteristic/i);
});

Deno.test("help() without a namespace shows all of them", async () => {
  const { kernel, shown } = fakeKernel();
  await help(undefined, { kernel });
  const html = shown[0]!.data["text/html"] as string;
  for (const [name, value] of Object.entries(door)) {
    if (typeof value !== "function") assert.match(html, new RegExp(`<td>${name}</td>`));
  }
});

Deno.test("help() of what is no namespace names those there are", async () => {
  await assert.rejects(
    help("figure"),
    /^Error: Cannot show help: wanted a namespace \(beats, .*wandb\), found "figure"$/,
  );
});
