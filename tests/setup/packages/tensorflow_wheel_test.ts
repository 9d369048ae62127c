import assert from "node:assert/strict";
import { join } from "node:path";
import { downloadWheel, tensorflowWheel } from "lib/setup/packages/tensorflow_wheel.ts";
import { fakeInstallers, makeCheckout, makeFolder } from "../checkout.ts";

const wheel = tensorflowWheel("linux", "x86_64")!;

Deno.test("tensorflowWheel() takes the smaller package unless there is an NVIDIA GPU", () => {
  assert.equal(wheel.requirement, "tensorflow-cpu==2.21.0");
  assert.equal(wheel.cuda, false);
  const withGpu = tensorflowWheel("linux", "x86_64", { nvidia: true })!;
  assert.equal(withGpu.requirement, "tensorflow==2.21.0");
  assert.equal(withGpu.cuda, true);
});

Deno.test("tensorflowWheel() names the libraries of a Mac and knows none for Windows", () => {
  assert.ok(tensorflowWheel("darwin", "aarch64")!.libraries.includes("libtensorflow_cc.2.dylib"));
  assert.equal(tensorflowWheel("windows", "x86_64"), undefined);
  assert.equal(tensorflowWheel("darwin", "x86_64"), undefined);
});

Deno.test("downloadWheel() asks for the wheel of one Python version, whatever runs pip", async () => {
  const directory = makeFolder();
  const { step, asked } = fakeInstallers(makeCheckout());
  assert.equal(await downloadWheel(step, wheel, { directory }), join(directory, "tensorflow.whl"));
  assert.match(asked[0]!.text, /--no-deps --only-binary=:all: --python-version 3\.13 /);
  assert.match(asked[0]!.text, /--platform manylinux_2_27_x86_64 /);
});

Deno.test("downloadWheel() is an error that names the cause, whatever went wrong", async () => {
  const missing = "ERROR: No matching distribution found for tensorflow-cpu==2.21.0";
  for (
    const [code, output, named] of [
      [1, missing, /the package index does not offer it/],
      [1, `NewConnectionError\n${missing}`, /package servers cannot be reached/],
      [1, "BadZipFile", /a proxy or a login page/],
      [143, "", /ended by signal 15/],
      [0, "pip said that all is well but left no file", /ended with code 0/],
    ] as const
  ) {
    const { step } = fakeInstallers(makeCheckout(), () => ({ code, output }));
    await assert.rejects(downloadWheel(step, wheel, { directory: makeFolder() }), named);
  }
});
