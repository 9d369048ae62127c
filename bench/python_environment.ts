import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What {@linkcode findBenchPython} may be told. */
export interface BenchPythonOptions {
  /** The Python to make the environment with. */
  basePython: string;
  /** Tells what takes long. */
  say?: (line: string) => void;
}

/**
 * The Python that runs the other contenders: the one that BENCH_PYTHON names, else that of .venv-bench, which
 * is made from bench/requirements.txt when it is not there or was made from another one.
 *
 * @param root the project's folder.
 * @throws {Error} when the packages cannot be installed.
 */
export async function findBenchPython(root: string, options: BenchPythonOptions): Promise<string> {
  const given = Deno.env.get("BENCH_PYTHON");
  if (given) return given;
  const environment = join(root, ".venv-bench");
  const requirements = join(root, "bench", "requirements.txt");
  const wanted = readFileSync(requirements, "utf8");
  const stamp = join(environment, ".installed");
  const python = Deno.build.os === "windows"
    ? join(environment, "Scripts", "python.exe")
    : join(environment, "bin", "python");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return python;
  options.say?.("Installing Keras, PyTorch and others into .venv-bench (once, some gigabytes) ...");
  await runLoudly([options.basePython, "-I", "-m", "venv", "--clear", environment]);
  await runLoudly([python, "-I", "-m", "pip", "install", "--quiet", "-r", requirements]);
  await Deno.writeTextFile(stamp, wanted);
  return python;
}

async function runLoudly([program, ...args]: string[]): Promise<void> {
  const { code } = await new Deno.Command(program!, { args, stdin: "null" }).spawn().status;
  if (code === 0) return;
  throw new Error(
    `Cannot install what the benchmark compares with: ${
      args.join(" ")
    } must end with code 0 but did with ` +
      `${code}. The variable BENCH_PYTHON may name a Python that has bench/requirements.txt installed.`,
  );
}
