import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installCuda } from "./cuda_packages.ts";
import { explainFailure } from "../setup_error.ts";
import type { SetupPaths } from "../setup_paths.ts";
import type { SetupStep } from "../setup_step.ts";
import { isStamped, writeStamp } from "../stamp.ts";
import { downloadWheel, type TensorflowWheel, tensorflowWheel } from "./tensorflow_wheel.ts";

const NO_LIBRARY = "no library\n";
/** Ends the stamp while it is unknown whether there is a GPU: such a set-up is not finished. */
const GPU_UNKNOWN = "nvidia-smi failed\n";

/**
 * Says whether TensorFlow's C libraries are in place: in .venv/tensorflow, or wherever the variable
 * TENSORFLOW_DIR says. On a kind of machine for which there are none, it is enough that set-up has
 * noted so.
 */
export function hasTensorflow(paths: SetupPaths): boolean {
  if (Deno.env.get("TENSORFLOW_DIR")) return true;
  return [false, true].map((nvidia) => stampContent(wheelHere(nvidia)))
    .some((content) => isStamped(stampPath(paths.tensorflow), content));
}

/**
 * Puts TensorFlow's two C libraries into .venv/tensorflow. They come out of its wheel, whatever the
 * version of Python: the libraries do not depend on it, and nothing else of the wheel is needed.
 */
export async function installTensorflow(step: SetupStep): Promise<void> {
  const { paths, run, say } = step;
  const gpus = await run(["nvidia-smi", "-L"]);
  const isUnknown = ![0, 127].includes(gpus.code); // 127: no such program
  if (isUnknown) {
    say(
      "nvidia-smi failed: TensorFlow runs without GPU, and the next task asks again. It said: " +
        gpus.output.trim(),
    );
  }
  const wheel = wheelHere(gpus.code === 0);
  const stamp = stampContent(wheel) + (isUnknown ? GPU_UNKNOWN : "");
  // This wheel was installed when nvidia-smi failed, and it is still the right one.
  if (isStamped(stampPath(paths.tensorflow), stampContent(wheel) + GPU_UNKNOWN)) {
    writeStamp(stampPath(paths.tensorflow), stamp);
    return;
  }
  // Everything is assembled in a temporary folder and then moved to its place.
  const part = `${paths.tensorflow}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  if (wheel) {
    const file = await downloadWheel(step, wheel, { directory: part });
    await unpackLibraries(step, wheel, { file, directory: part });
    if (wheel.cuda) await installCuda(step, { wheel: file, directory: part });
    rmSync(file);
  } else {
    say(
      "There is no TensorFlow library for this kind of machine: the WebAssembly backend, which is " +
        "many times slower, will be used.",
    );
  }
  writeStamp(stampPath(part), stamp);
  rmSync(paths.tensorflow, { recursive: true, force: true });
  renameSync(part, paths.tensorflow);
}

function wheelHere(nvidia: boolean): TensorflowWheel | undefined {
  return tensorflowWheel(Deno.build.os, Deno.build.arch, { nvidia });
}

function stampPath(directory: string): string {
  return join(directory, ".set-up");
}

function stampContent(wheel: TensorflowWheel | undefined): string {
  return wheel ? `${wheel.requirement} ${wheel.platform}\n` : NO_LIBRARY;
}

const UNPACK = `
import shutil, sys, zipfile
wheel, directory, *names = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for name in names:
        with archive.open("tensorflow/" + name) as packed, open(directory + "/" + name, "wb") as file:
            shutil.copyfileobj(packed, file, 1 << 20)
`;

async function unpackLibraries(
  step: SetupStep,
  wheel: TensorflowWheel,
  options: { file: string; directory: string },
): Promise<void> {
  const { paths, run } = step;
  const result = await run([
    ...[paths.python, "-I", "-c", UNPACK, options.file, options.directory],
    ...wheel.libraries,
  ]);
  if (result.code !== 0) {
    throw explainFailure(result, { doing: "unpack TensorFlow's libraries", root: paths.root });
  }
}
