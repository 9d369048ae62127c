import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { explainFailure, SetupError } from "../setup_error.ts";
import type { SetupPaths } from "../setup_paths.ts";
import type { SetupStep } from "../setup_step.ts";
import { hashFiles, isStamped, writeStamp } from "../stamp.ts";

/**
 * Says whether .venv was made at this place, by a Python that is still there, and holds what
 * requirements.txt asks for.
 */
export function hasVirtualEnvironment(paths: SetupPaths): boolean {
  return isStamped(stampPath(paths), stampContent(paths));
}

/**
 * Makes .venv again, with only pip in it. This is needed after a checkout has moved, because .venv
 * holds absolute paths, and after an interrupted installation, because pip may take part of a
 * package for the whole. TensorFlow's libraries in .venv stay, and what `deno task bench kernels` found.
 *
 * @throws {SetupError} when the Python cannot do it
 */
export async function createVirtualEnvironment(
  step: SetupStep,
  options: { python: string[] },
): Promise<void> {
  const { paths, run } = step;
  emptyEnvironment(paths);
  const result = await run([...options.python, "-I", "-m", "venv", paths.environment]);
  if (/ensurepip is not available|No module named '?(venv|ensurepip)/i.test(result.output)) {
    throw new SetupError(
      "Python is there but its venv module is not: install it (Debian and Ubuntu: sudo apt " +
        "install python3-venv), then run the same command again.",
    );
  }
  if (result.code !== 0 || !existsSync(paths.python)) {
    throw explainFailure(result, { doing: "make the Python environment", root: paths.root });
  }
}

/** Installs JupyterLab and the rest of requirements.txt into .venv. */
export async function installPythonPackages(step: SetupStep): Promise<void> {
  const { paths, run } = step;
  const result = await run(
    [...pip(paths), "install", "--quiet", "--requirement", join(paths.root, "requirements.txt")],
    // Overrides a user's setting that makes pip install into the home folder.
    { environment: { PIP_USER: "0" } },
  );
  if (result.code !== 0) {
    throw explainFailure(result, { doing: "install JupyterLab", root: paths.root });
  }
  writeStamp(stampPath(paths), stampContent(paths));
}

/** The start of a command that runs .venv's pip; `-I` keeps Python packages from elsewhere out. */
export function pip(paths: SetupPaths): string[] {
  return [paths.python, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"];
}

/** Of lib/tensorflow/kernel_choice.ts: it depends on the processor, not on Python. */
const KERNEL_CHOICE = "kernels.json";

function emptyEnvironment(paths: SetupPaths): void {
  mkdirSync(paths.environment, { recursive: true });
  // The stamp is removed first, so that a half-removed environment is not taken for a complete one.
  rmSync(stampPath(paths), { force: true });
  for (const name of readdirSync(paths.environment)) {
    if (name === basename(paths.tensorflow) || name === KERNEL_CHOICE) continue;
    rmSync(join(paths.environment, name), { recursive: true, force: true });
  }
}

function stampPath(paths: SetupPaths): string {
  return join(paths.environment, ".set-up");
}

function stampContent(paths: SetupPaths): string {
  const requirements = hashFiles([join(paths.root, "requirements.txt")]);
  return `${paths.environment}\n${realPython(paths)}\n${requirements}\n`;
}

/** The file that .venv's Python links to; it changes when the system's Python is replaced. */
function realPython(paths: SetupPaths): string {
  try {
    return realpathSync(paths.python);
  } catch {
    return "none";
  }
}
