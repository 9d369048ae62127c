import { readdirSync } from "node:fs";
import { join } from "node:path";
import { explainFailure } from "../setup_error.ts";
import type { SetupStep } from "../setup_step.ts";
import { pip } from "./virtual_environment.ts";

/** A published package that holds TensorFlow's C libraries for one kind of machine. */
export interface TensorflowWheel {
  /** What pip is asked for, e.g. "tensorflow-cpu==2.21.0". */
  requirement: string;
  /** The platform tag of the wheel. */
  platform: string;
  /** The files that are used, in the wheel's folder `tensorflow/`. */
  libraries: string[];
  /** Whether NVIDIA's libraries are wanted as well. */
  cuda: boolean;
}

const VERSION = "2.21.0";

/**
 * Names the package that holds TensorFlow's C libraries for a kind of machine; `undefined` where
 * none does: on Windows the C functions sit in a library that itself needs Python, and there is no
 * wheel for Intel Macs. Linux x86_64 without a GPU is checked; the others are not.
 */
export function tensorflowWheel(
  os: typeof Deno.build.os,
  architecture: typeof Deno.build.arch,
  options: { nvidia?: boolean } = {},
): TensorflowWheel | undefined {
  const requirement = `tensorflow==${VERSION}`;
  const libraries = ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"];
  switch (`${os} ${architecture}`) {
    case "linux x86_64":
      return {
        requirement: options.nvidia ? requirement : `tensorflow-cpu==${VERSION}`,
        platform: "manylinux_2_27_x86_64",
        libraries,
        cuda: options.nvidia ?? false,
      };
    case "linux aarch64":
      return { requirement, platform: "manylinux_2_27_aarch64", libraries, cuda: false };
    case "darwin aarch64":
      return {
        requirement,
        platform: "macosx_12_0_arm64",
        libraries: ["libtensorflow_cc.2.dylib", "libtensorflow_framework.2.dylib"],
        cuda: false,
      };
    default:
      return undefined;
  }
}

/**
 * Downloads a wheel with .venv's pip, which checks its SHA-256.
 *
 * @returns the file's path
 * @throws {SetupError} for any failure; only {@linkcode tensorflowWheel} knows where there is no wheel at all
 */
export async function downloadWheel(
  step: SetupStep,
  wheel: TensorflowWheel,
  options: { directory: string },
): Promise<string> {
  const { paths, run } = step;
  const result = await run([
    ...[...pip(paths), "download", "--quiet", "--no-deps", "--only-binary=:all:"],
    // No wheel of this version is made for newer Pythons, and the libraries do not depend on it.
    ...["--python-version", "3.13", "--implementation", "cp", "--platform", wheel.platform],
    ...["--dest", options.directory, wheel.requirement],
  ]);
  const file = readdirSync(options.directory).find((name) => name.endsWith(".whl"));
  if (result.code === 0 && file) return join(options.directory, file);
  throw explainFailure(result, { doing: "download TensorFlow's libraries", root: paths.root });
}
