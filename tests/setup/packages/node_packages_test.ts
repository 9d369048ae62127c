import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasNodePackages, installNodePackages } from "lib/setup/packages/node_packages.ts";
import { fakeInstallers, makeCheckout } from "../checkout.ts";

Deno.test("installNodePackages() installs what the lock says, without install scripts", async () => {
  const paths = makeCheckout();
  const { step, asked } = fakeInstallers(paths);
  assert.equal(hasNodePackages(paths), false);
  await installNodePackages(step);
  assert.equal(hasNodePackages(paths), true);
  assert.match(asked[0]!.text, /npm:npm@11 ci --ignore-scripts/);
});

Deno.test("installNodePackages() makes a lock where there is none", async () => {
  const paths = makeCheckout();
  rmSync(join(paths.root, "package-lock.json"));
  const { step, asked } = fakeInstallers(paths);
  await installNodePackages(step);
  assert.match(asked[0]!.text, /npm:npm@11 install --ignore-scripts/);
});

Deno.test("hasNodePackages() is false once package.json or its lock changed", async () => {
  for (const file of ["package.json", "package-lock.json"]) {
    const paths = makeCheckout();
    await installNodePackages(fakeInstallers(paths).step);
    writeFileSync(join(paths.root, file), '{"changed": true}');
    assert.equal(hasNodePackages(paths), false, file);
  }
});

Deno.test("installNodePackages() does not take a failed npm for a finished one", async () => {
  const paths = makeCheckout();
  const { step } = fakeInstallers(paths, () => ({ code: 1, output: "npm error code ENOTFOUND" }));
  await assert.rejects(installNodePackages(step), /Cannot install the node packages, because/);
  assert.equal(hasNodePackages(paths), false);
});
