import assert from "node:assert/strict";
import { existsSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setupPaths } from "lib/setup/setup_paths.ts";
import type { SetupStep } from "lib/setup/setup_step.ts";
import {
  createVirtualEnvironment,
  hasVirtualEnvironment,
  installPythonPackages,
} from "lib/setup/packages/virtual_environment.ts";
import { kernelChoicePath } from "lib/tensorflow/kernel_choice.ts";
import { fakeInstallers, makeCheckout, makeFolder, writeFile } from "../checkout.ts";

const python = { python: ["python3"] };

async function install(step: SetupStep): Promise<void> {
  await createVirtualEnvironment(step, python);
  await installPythonPackages(step);
}

Deno.test("a virtual environment counts once its packages are in, not before", async () => {
  const paths = makeCheckout();
  const { step, asked } = fakeInstallers(paths);
  await createVirtualEnvironment(step, python);
  assert.equal(hasVirtualEnvironment(paths), false);
  await installPythonPackages(step);
  assert.equal(hasVirtualEnvironment(paths), true);
  const last = asked.at(-1)!;
  assert.match(last.text, /-I -m pip .*install .*requirements\.txt$/);
  assert.equal(last.options.environment?.PIP_USER, "0");
});

Deno.test("hasVirtualEnvironment() is false once requirements.txt changed", async () => {
  const paths = makeCheckout();
  await install(fakeInstallers(paths).step);
  writeFileSync(join(paths.root, "requirements.txt"), "jupyterlab\nplotly\n");
  assert.equal(hasVirtualEnvironment(paths), false);
});

Deno.test("hasVirtualEnvironment() is false once the checkout moved", async () => {
  const paths = makeCheckout();
  await install(fakeInstallers(paths).step);
  const moved = join(makeFolder(), "moved");
  renameSync(paths.root, moved);
  assert.equal(hasVirtualEnvironment(setupPaths(moved)), false);
});

Deno.test("hasVirtualEnvironment() is false once its Python was exchanged or is gone", {
  ignore: Deno.build.os === "windows",
}, async () => {
  const paths = makeCheckout();
  const pythons = ["3.12", "3.13"].map((version) => join(paths.root, `python${version}`));
  pythons.forEach((python) => writeFile(python));
  const link = (python: string) => {
    rmSync(paths.python, { force: true });
    symlinkSync(python, paths.python);
  };
  await createVirtualEnvironment(fakeInstallers(paths).step, python);
  link(pythons[0]!);
  await installPythonPackages(fakeInstallers(paths).step);
  assert.equal(hasVirtualEnvironment(paths), true);
  link(pythons[1]!);
  assert.equal(hasVirtualEnvironment(paths), false);
  link(pythons[0]!);
  rmSync(pythons[0]!);
  assert.equal(hasVirtualEnvironment(paths), false);
});

Deno.test("createVirtualEnvironment() clears away what was there but TensorFlow's libraries and the choice of kernels", async () => {
  const paths = makeCheckout();
  const half = join(paths.environment, "lib", "half_a_package.py");
  const library = join(paths.tensorflow, "libtensorflow_cc.so.2");
  writeFile(half);
  writeFile(library);
  const choice = join(paths.environment, basename(kernelChoicePath));
  writeFile(choice);
  await createVirtualEnvironment(fakeInstallers(paths).step, python);
  assert.equal(existsSync(half), false);
  assert.equal(existsSync(library), true);
  assert.equal(existsSync(choice), true);
});

Deno.test("createVirtualEnvironment() says in one sentence that the venv module is missing", async () => {
  const outputs = [
    "The virtual environment was not created successfully because ensurepip is not available.\n…",
    "/usr/bin/python3: No module named venv",
  ];
  for (const output of outputs) {
    const { step } = fakeInstallers(
      makeCheckout(),
      (text) => text.includes("-m venv") ? { code: 1, output } : undefined,
    );
    await assert.rejects(
      createVirtualEnvironment(step, python),
      /venv module is not: install it [^\n]+\.$/,
    );
  }
});
