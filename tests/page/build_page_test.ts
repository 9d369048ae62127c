import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { readModelFolder } from "lib/evaluation/mod.ts";
import { buildPage } from "lib/page/mod.ts";
import { bundleScripts } from "lib/page/bundle_scripts.ts";

const root = dirname(dirname(import.meta.dirname!));
const folder = join(root, "models/cnn_by_patient");
const { metrics } = await readModelFolder(folder);
const model = {
  name: "cnn_by_patient",
  description: await Deno.readTextFile(join(folder, "model.json")),
  weights: await Deno.readFile(join(folder, "weights.bin")),
  causal: false,
  doubt: metrics!.doubt,
  trainedOn: "On <some> patients.",
  commit: metrics!.commit,
  metrics,
};
const page = await buildPage(root, { model, commit: "abc1234" });

Deno.test("buildPage() makes one file of at most 8 MB that names nothing else to load", () => {
  assert.ok(new TextEncoder().encode(page).length < 8e6);
  const markup = page.replaceAll(/<(script|style)\b[^>]*>.*?<\/\1>/gs, "");
  const named = [...markup.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, target]) => target);
  assert.deepEqual(named, ["data:,"]);
  assert.doesNotMatch(markup, /\{\{/);
});

Deno.test("buildPage() allows its own script alone, and no connection", () => {
  const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)![1]!;
  assert.match(policy, /default-src 'none'.*connect-src 'none'/);
  const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text!);
  assert.equal(scripts.length, 1);
  const hash = createHash("sha256").update(scripts[0]!).digest("base64");
  assert.ok(policy.includes(`'sha256-${hash}'`));
});

Deno.test("buildPage() says which model it carries, from which commit, and its stored scores by patient", () => {
  const { scores, intervals } = metrics!.patients!;
  assert.ok(
    page.includes(
      `cnn_by_patient, macro-F1 ${scores.macroF1.toFixed(3)} by patient, commit ${metrics!.commit}`,
    ),
  );
  for (const { letter, f1 } of scores.classes) {
    const { low, high } = intervals.f1[letter]!;
    const cells = `<td>${f1.toFixed(3)}</td><td>${low.toFixed(3)} to ${high.toFixed(3)}</td>`;
    assert.ok(page.includes(cells), letter);
  }
  assert.ok(page.includes("On &lt;some&gt; patients."));
  assert.ok(page.includes("commit abc1234"));
});

Deno.test("bundleScripts() says what the bundler found where it fails", async () => {
  const other = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(other, "broken.ts"), "const = 3;");
    await assert.rejects(
      bundleScripts(other, { page: "broken.ts" }),
      /^Error: Cannot bundle the page: wanted scripts of broken\.ts, found .*Expected identifier/s,
    );
  } finally {
    await Deno.remove(other, { recursive: true });
  }
});
