import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "lib/setup/run_command.ts";
import { hasTensorflow, installTensorflow } from "lib/setup/packages/tensorflow_libraries.ts";
import { tensorflowWheel } from "lib/setup/packages/tensorflow_wheel.ts";
import { fakeInstallers, makeCheckout, ownPython, writeFile } from "../checkout.ts";

const wheel = tensorflowWheel(Deno.build.os, Deno.build.arch);
const whereThereIsAWheel = { ignore: wheel === undefined };
Deno.env.delete("TENSORFLOW_DIR");

Deno.test("installTensorflow() leaves the libraries and no wheel", whereThereIsAWheel, async () => {
  const paths = makeCheckout();
  assert.equal(hasTensorflow(paths), false);
  await installTensorflow(fakeInstallers(paths).step);
  assert.equal(hasTensorflow(paths), true);
  assert.deepEqual(
    readdirSync(paths.tensorflow).sort(),
    [".set-up", ...wheel!.libraries].sort(),
  );
  assert.equal(existsSync(`${paths.tensorflow}.part`), false);
});

Deno.test(
  "installTensorflow() starts over after one that was cut off",
  whereThereIsAWheel,
  async () => {
    const paths = makeCheckout();
    const cutOff = fakeInstallers(
      paths,
      (text) => text.includes("zipfile") ? { code: 1, output: "Killed" } : undefined,
    );
    await assert.rejects(installTensorflow(cutOff.step), /unpack TensorFlow's libraries/);
    assert.equal(hasTensorflow(paths), false);
    await installTensorflow(fakeInstallers(paths).step);
    assert.equal(hasTensorflow(paths), true);
  },
);

Deno.test("installTensorflow() unpacks a real wheel", {
  ignore: wheel === undefined || !existsSync(ownPython),
}, async () => {
  const paths = { ...makeCheckout(), python: ownPython };
  const { step } = fakeInstallers(paths);
  const run: typeof step.run = async (command, options) => {
    const text = command.join(" ");
    if (!text.includes("download")) return await runCommand(command, options);
    const file = join(command[command.indexOf("--dest") + 1]!, "tensorflow.whl");
    const pack = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    for name in sys.argv[2:]: archive.writestr("tensorflow/" + name, "content of " + name)`;
    return await runCommand([ownPython, "-c", pack, file, "other.so", ...wheel!.libraries]);
  };
  await installTensorflow({
    ...step,
    run: (command, options) =>
      command[0] === "nvidia-smi"
        ? Promise.resolve({ code: 127, output: "" })
        : run(command, options),
  });
  for (const name of wheel!.libraries) {
    assert.equal(readFileSync(join(paths.tensorflow, name), "utf8"), `content of ${name}`);
  }
  assert.equal(existsSync(join(paths.tensorflow, "other.so")), false);
});

Deno.test("installTensorflow() adds NVIDIA's libraries where nvidia-smi finds a GPU", {
  ignore: Deno.build.os !== "linux" || Deno.build.arch !== "x86_64",
}, async () => {
  const paths = makeCheckout();
  const { step, asked } = fakeInstallers(paths, (text) => {
    if (text === "nvidia-smi -L") return { output: "GPU 0: …" };
    if (text.includes("and-cuda")) return { output: "nvidia-cublas-cu12<13.0,>=12.5.3.2\n" };
    return undefined;
  });
  await installTensorflow(step);
  assert.match(asked.at(-1)!.text, /pip .*install .*--target .*part nvidia-cublas-cu12<13\.0/);
  assert.ok(asked.some(({ text }) => text.endsWith(" tensorflow==2.21.0")));
  assert.equal(hasTensorflow(paths), true);
});

Deno.test(
  "a download that failed is no property of the machine: the next set-up tries again",
  whereThereIsAWheel,
  async () => {
    const paths = makeCheckout();
    const { step } = fakeInstallers(
      paths,
      (text) =>
        text.includes("download") ? { code: 1, output: "No matching distribution" } : undefined,
    );
    await assert.rejects(installTensorflow(step), /does not offer it/);
    assert.equal(hasTensorflow(paths), false);
    await installTensorflow(fakeInstallers(paths).step);
    assert.equal(hasTensorflow(paths), true);
  },
);

Deno.test(
  "a checkout that was told wrongly that there is no library gets it",
  whereThereIsAWheel,
  () => {
    const paths = makeCheckout();
    writeFile(join(paths.tensorflow, ".set-up"), "no library\n");
    assert.equal(hasTensorflow(paths), false);
  },
);

Deno.test("an nvidia-smi that failed once is asked again, and its answer counts", {
  ignore: Deno.build.os !== "linux" || Deno.build.arch !== "x86_64",
}, async () => {
  const answering = (code: number, output: string) => (text: string) => {
    if (text === "nvidia-smi -L") return { code, output };
    return text.includes("and-cuda") ? { output: "nvidia-cublas-cu12<13.0\n" } : undefined;
  };
  const paths = makeCheckout();
  const failing = fakeInstallers(paths, answering(9, "NVIDIA-SMI has failed"));
  await installTensorflow(failing.step);
  assert.match(failing.said.join("\n"), /asks again. It said: NVIDIA-SMI has failed/);
  assert.equal(hasTensorflow(paths), false);
  // As long as it fails nothing is downloaded a second time.
  const before = failing.asked.length;
  await installTensorflow(failing.step);
  assert.deepEqual(failing.asked.slice(before).map(({ text }) => text), ["nvidia-smi -L"]);
  assert.equal(hasTensorflow(paths), false);
  const { step, asked } = fakeInstallers(paths, answering(0, "GPU 0: ..."));
  await installTensorflow(step);
  assert.ok(asked.some(({ text }) => text.endsWith(" tensorflow==2.21.0")));
  assert.equal(hasTensorflow(paths), true);
});

Deno.test(
  "where nvidia-smi is gone after it failed, what was installed is enough",
  whereThereIsAWheel,
  async () => {
    const paths = makeCheckout();
    const smi = (code: number) => (text: string) =>
      text === "nvidia-smi -L" ? { code, output: "" } : undefined;
    await installTensorflow(fakeInstallers(paths, smi(9)).step);
    const { step, asked } = fakeInstallers(paths, smi(127));
    await installTensorflow(step);
    assert.equal(asked.length, 1);
    assert.equal(hasTensorflow(paths), true);
  },
);

Deno.test("hasTensorflow() leaves it to TENSORFLOW_DIR when that is set", () => {
  const paths = makeCheckout();
  Deno.env.set("TENSORFLOW_DIR", "/elsewhere");
  try {
    assert.equal(hasTensorflow(paths), true);
  } finally {
    Deno.env.delete("TENSORFLOW_DIR");
  }
  writeFile(join(paths.tensorflow, ".set-up"), "tensorflow-cpu==2.9.0 manylinux\n");
  assert.equal(hasTensorflow(paths), false);
});
