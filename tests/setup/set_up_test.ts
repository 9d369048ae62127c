import assert from "node:assert/strict";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setUp } from "lib/setup/set_up.ts";
import { SetupError } from "lib/setup/setup_error.ts";
import { setupPaths } from "lib/setup/setup_paths.ts";
import { fakeInstallers, makeCheckout, makeFolder } from "./checkout.ts";

Deno.env.delete("TENSORFLOW_DIR");
const quiet = { say: () => {} };

Deno.test("setUp() installs everything once, and nothing the second time", async () => {
  const paths = makeCheckout();
  const first = fakeInstallers(paths);
  await setUp(paths.root, { ...quiet, run: first.run });
  for (const part of ["npm:npm", "-m venv", "requirements.txt"]) {
    assert.equal(first.asked.filter(({ text }) => text.includes(part)).length, 1, part);
  }
  assert.ok(existsSync(paths.kernelspec));
  const second = fakeInstallers(paths);
  await setUp(paths.root, { ...quiet, run: second.run });
  assert.deepEqual(second.asked, []);
});

Deno.test("setUp() installs once when two tasks start together", async () => {
  const paths = makeCheckout();
  const { run, asked } = fakeInstallers(paths);
  const slowly: typeof run = async (command, options) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return await run(command, options);
  };
  await Promise.all([1, 2].map(() => setUp(paths.root, { ...quiet, run: slowly })));
  assert.equal(asked.filter(({ text }) => text.includes("npm:npm")).length, 1);
});

Deno.test("setUp() completes a set-up that was cut off before any of its commands", async () => {
  const whole = fakeInstallers(makeCheckout());
  await setUp(whole.step.paths.root, { ...quiet, run: whole.run });
  for (let cut = 0; cut < whole.asked.length; cut++) {
    const paths = makeCheckout();
    let count = 0;
    const cutOff = fakeInstallers(paths, () => count++ >= cut ? { code: 137 } : undefined);
    await assert.rejects(setUp(paths.root, { ...quiet, run: cutOff.run }), { name: "SetupError" });
    const next = fakeInstallers(paths);
    await setUp(paths.root, { ...quiet, run: next.run });
    assert.ok(next.asked.length > 0, `cut off before command ${cut}`);
    const last = fakeInstallers(paths);
    await setUp(paths.root, { ...quiet, run: last.run });
    assert.deepEqual(last.asked, []);
  }
});

Deno.test("setUp() makes .venv anew in a checkout that moved, and nothing else", async () => {
  const paths = makeCheckout();
  await setUp(paths.root, { ...quiet, run: fakeInstallers(paths).run });
  const moved = setupPaths(makeFolder());
  rmSync(moved.root, { recursive: true });
  renameSync(paths.root, moved.root);
  const { run, asked } = fakeInstallers(moved);
  await setUp(moved.root, { ...quiet, run });
  const texts = asked.map(({ text }) => text);
  assert.ok(texts.some((text) => text.includes("-m venv")));
  assert.ok(!texts.some((text) => /npm:npm|download/.test(text)), texts.join("\n"));
});

Deno.test("setUp() writes a kernelspec again that went missing", async () => {
  const paths = makeCheckout();
  const { run, asked } = fakeInstallers(paths);
  await setUp(paths.root, { ...quiet, run });
  const before = asked.length;
  rmSync(paths.kernelspec);
  await setUp(paths.root, { ...quiet, run });
  assert.ok(existsSync(paths.kernelspec));
  assert.equal(asked.length, before);
});

Deno.test("setUp() installs node packages anew after package.json changed, and no Python", async () => {
  const paths = makeCheckout();
  await setUp(paths.root, { ...quiet, run: fakeInstallers(paths).run });
  writeFileSync(join(paths.root, "package.json"), '{"dependencies": {}}');
  const { run, asked } = fakeInstallers(paths);
  await setUp(paths.root, { ...quiet, run });
  assert.equal(asked.length, 1);
});

Deno.test("setUp() ends the other installations when one fails, and tells that one's failure", async () => {
  const paths = makeCheckout();
  const { run } = fakeInstallers(paths, (text) => {
    return text.includes("npm:npm") ? { code: 1, output: "npm error ENOSPC" } : undefined;
  });
  const aborted: boolean[] = [];
  const slowPython: typeof run = async (command, options) => {
    if (command[0] !== paths.python) return await run(command, options);
    await new Promise((resolve) => setTimeout(resolve, 50));
    aborted.push(options!.signal!.aborted);
    return { code: 137, output: "" };
  };
  await assert.rejects(
    setUp(paths.root, { ...quiet, run: slowPython }),
    /Cannot install the node packages, because the disk is full/,
  );
  assert.ok(aborted.every(Boolean));
});

Deno.test("setUp() explains a full disk that it meets itself", async () => {
  const paths = makeCheckout();
  const run = () => Promise.reject(new Error("ENOSPC: no space left on device, mkdir"));
  await assert.rejects(setUp(paths.root, { ...quiet, run }), /^SetupError: Cannot set up, .* full/);
});

Deno.test("setUp() passes an error on that it cannot explain", async () => {
  const paths = makeCheckout();
  mkdirSync(paths.lock);
  await assert.rejects(
    setUp(paths.root, { ...quiet, run: fakeInstallers(paths).run }),
    (error) => !(error instanceof SetupError),
  );
});
