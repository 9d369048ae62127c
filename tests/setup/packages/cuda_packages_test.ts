import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installCuda } from "lib/setup/packages/cuda_packages.ts";
import { runCommand } from "lib/setup/run_command.ts";
import { fakeInstallers, makeCheckout, ownPython } from "../checkout.ts";

Deno.test("installCuda() installs what the wheel's extra and-cuda names", {
  ignore: !existsSync(ownPython),
}, async () => {
  const paths = { ...makeCheckout(), python: ownPython };
  const wheel = join(paths.root, "tensorflow.whl");
  const metadata = [
    "Metadata-Version: 2.1",
    "Requires-Dist: numpy>=1.26.0",
    'Requires-Dist: nvidia-nccl-cu12<3.0,>=2.27.7; extra == "and-cuda"',
    'Requires-Dist: nvidia-cudnn-cu12<10.0,>=9.3.0.75; extra == "and-cuda"',
  ].join("\n");
  const pack = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    archive.writestr("tensorflow-2.21.0.dist-info/METADATA", sys.argv[2])`;
  await runCommand([ownPython, "-c", pack, wheel, metadata]);

  const { step, asked } = fakeInstallers(paths);
  await installCuda({
    ...step,
    run: (command, options) =>
      command.includes("pip") ? step.run(command, options) : runCommand(command, options),
  }, { wheel, directory: "/target" });
  assert.match(
    asked[0]!.text,
    /--target \/target nvidia-nccl-cu12<3\.0,>=2\.27\.7 nvidia-cudnn-cu12<10\.0,>=9\.3\.0\.75$/,
  );
});
