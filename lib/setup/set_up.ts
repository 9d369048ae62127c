import { endLeftovers, setupMark } from "./end_leftovers.ts";
import { findPython } from "./packages/find_python.ts";
import { writeKernelspec } from "./packages/kernelspec.ts";
import { hasNodePackages, installNodePackages } from "./packages/node_packages.ts";
import { runCommand } from "./run_command.ts";
import type { RunCommand } from "./run_command.ts";
import { explainFailure, SetupError } from "./setup_error.ts";
import { withSetupLock } from "./setup_lock.ts";
import { type SetupPaths, setupPaths } from "./setup_paths.ts";
import type { SetupStep } from "./setup_step.ts";
import { hasTensorflow, installTensorflow } from "./packages/tensorflow_libraries.ts";
import {
  createVirtualEnvironment,
  hasVirtualEnvironment,
  installPythonPackages,
} from "./packages/virtual_environment.ts";

/** How set-up reports its progress and how it is stopped. */
export interface SetUpOptions {
  /** Is given each line of progress; default: standard error. */
  say?: (line: string) => void;
  /** Runs programs; tests pass a stand-in. */
  run?: RunCommand;
  /** Ends the set-up and the programs that it runs. */
  signal?: AbortSignal;
}

/**
 * Makes sure that the checkout `root` has its node packages, its .venv with JupyterLab and
 * TensorFlow's C libraries, and a kernelspec that starts this Deno. If everything is there, it
 * takes milliseconds; what is missing, outdated or half done is installed. Checked on Linux x86_64;
 * written for macOS and Windows too, but unchecked there.
 *
 * @throws {SetupError} when it cannot go on; the message says what to do
 */
export async function setUp(root: string, options: SetUpOptions = {}): Promise<void> {
  const paths = setupPaths(root);
  const say = options.say ?? ((line) => console.error(line));
  try {
    if (!isSetUp(paths)) {
      await withSetupLock(paths, () => installMissing(paths, { ...options, say }), {
        say,
        signal: options.signal,
      });
    }
    writeKernelspec(paths);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const explained = explainFailure({ code: 1, output: String(error) }, { doing: "set up", root });
    throw explained.failure === "other" ? error : explained;
  }
}

function isSetUp(paths: SetupPaths): boolean {
  return hasNodePackages(paths) && hasVirtualEnvironment(paths) && hasTensorflow(paths);
}

/** Installs independent parts at the same time; the first failure ends the others. */
async function installMissing(
  paths: SetupPaths,
  options: SetUpOptions & { say: (line: string) => void },
): Promise<void> {
  // Another task may have done it while this one waited for the lock.
  if (isSetUp(paths)) return;
  const { say } = options;
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const run: RunCommand = (command, commandOptions) =>
    (options.run ?? runCommand)(command, {
      directory: paths.root,
      signal,
      ...commandOptions,
      environment: { ...commandOptions?.environment, ...setupMark(paths.root) },
    });
  const step: SetupStep = { paths, run, say };
  let failure: unknown;
  const endOthers = async (error: unknown) => {
    failure ??= error;
    failed.abort();
    await endLeftovers(paths.root);
  };
  // What only the user can fix is checked first.
  const python = hasVirtualEnvironment(paths) ? undefined : await findPython(run);
  say("Setting up this checkout; this is done once and takes a few minutes.");
  await Promise.all([
    installNode(step).catch(endOthers),
    installPython(step, python).catch(endOthers),
  ]);
  if (failure !== undefined) throw failure;
  say("Set-up is done.");
}

async function installNode(step: SetupStep): Promise<void> {
  if (hasNodePackages(step.paths)) return;
  await tell(step, "node packages", installNodePackages(step));
}

/** Makes .venv if a `python` is given, and puts TensorFlow into it. */
async function installPython(step: SetupStep, python: string[] | undefined): Promise<void> {
  const { paths } = step;
  const work: Promise<void>[] = [];
  if (python !== undefined) {
    await createVirtualEnvironment(step, { python });
    work.push(tell(step, "JupyterLab", installPythonPackages(step)));
  }
  if (!hasTensorflow(paths)) work.push(tell(step, "TensorFlow", installTensorflow(step)));
  await Promise.all(work);
}

async function tell(step: SetupStep, name: string, work: Promise<void>): Promise<void> {
  const start = Date.now();
  step.say(`  ${name}: installing ...`);
  await work;
  step.say(`  ${name}: installed in ${Math.round((Date.now() - start) / 1000)} s`);
}
