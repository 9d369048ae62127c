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
 * Makes .venv anew, with nothing but pip in it. A checkout that moved needs this, for .venv holds
 * absolute paths, and so does an installation that was cut off, for pip may take half a package
 * for a whole one. TensorFlow's libraries in .venv stay.
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
    // A user's setting that pip writes to the home folder does not hold in .venv.
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

function emptyEnvironment(paths: SetupPaths): void {
  mkdirSync(paths.environment, { recursive: true });
  // First of all the stamp, so that what is half removed is not taken for whole.
  rmSync(stampPath(paths), { force: true });
  for (const name of readdirSync(paths.environment)) {
    if (name === basename(paths.tensorflow)) continue;
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

/** The file behind .venv's Python; another one after the system's Python was exchanged. */
function realPython(paths: SetupPaths): string {
  try {
    return realpathSync(paths.python);
  } catch {
    return "none";
  }
}
