import assert from "node:assert/strict";
import { join } from "node:path";
import { downloadWheel, tensorflowWheel } from "lib/setup/tensorflow_wheel.ts";
import { fakeInstallers, makeCheckout, makeFolder } from "./checkout.ts";

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

Deno.test("downloadWheel() tells a missing wheel from a missing network", async () => {
  const directory = makeFolder();
  const missing = "ERROR: No matching distribution found for tensorflow-cpu==2.21.0";
  const step = (output: string) => fakeInstallers(makeCheckout(), () => ({ code: 1, output })).step;
  assert.equal(await downloadWheel(step(missing), wheel, { directory }), undefined);
  await assert.rejects(
    downloadWheel(step(`NewConnectionError\n${missing}`), wheel, { directory }),
    /package servers cannot be reached/,
  );
});
