import type { RunCommand } from "../run_command.ts";
import { SetupError } from "../setup_error.ts";

const OLDEST = [3, 10] as const;
const SOURCE = "Debian and Ubuntu: sudo apt install python3 python3-venv; macOS: brew install " +
  "python; Windows: winget install Python.Python.3.13";

/**
 * Finds a Python that JupyterLab runs on: `PYTHON` if it is set, else python3 or python, on Windows
 * the `py` launcher first.
 *
 * @returns the start of a command, e.g. `["py", "-3"]`
 * @throws {SetupError} when there is none, all are older than 3.10, or one failed when it was asked
 */
export async function findPython(run: RunCommand): Promise<string[]> {
  let [found, failed] = ["", ""];
  for (const candidate of candidates()) {
    const result = await run([
      ...candidate,
      "-I",
      "-c",
      "import sys; print(*sys.version_info[:2])",
    ]);
    const version = result.output.match(/^(\d+) (\d+)$/m);
    if (result.code !== 0 || version === null) {
      // 127: no such program. On Windows a placeholder that only points to the Microsoft Store ends
      // with 9009.
      if (![127, 9009].includes(result.code)) {
        failed ||= `${candidate.join(" ")} ended with code ${result.code}: ${result.output.trim()}`;
      }
      continue;
    }
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return candidate;
    found ||= `${major}.${minor}`;
  }
  if (failed && !found) {
    throw new SetupError(
      `Cannot ask Python for its version, because ${failed}; run the same command again once the cause is gone.`,
    );
  }
  const missing = found ? `but only Python ${found} was found` : "but no python3 was found";
  throw new SetupError(
    `JupyterLab needs Python ${
      OLDEST.join(".")
    } or newer, ${missing}: install it (${SOURCE}) or name it in the variable PYTHON, then run the same command again.`,
  );
}

function candidates(): string[][] {
  const given = Deno.env.get("PYTHON");
  if (given) return [[given]];
  if (Deno.build.os === "windows") return [["py", "-3"], ["python"], ["python3"]];
  return [["python3"], ["python"]];
}
