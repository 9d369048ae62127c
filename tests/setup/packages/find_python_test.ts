import assert from "node:assert/strict";
import { findPython } from "lib/setup/packages/find_python.ts";
import type { RunCommand } from "lib/setup/run_command.ts";
import { SetupError } from "lib/setup/setup_error.ts";

const unlessGiven = { ignore: Boolean(Deno.env.get("PYTHON")) || Deno.build.os === "windows" };

/** A machine on which the named programs answer. */
function machine(programs: Record<string, string>): RunCommand {
  return ([program]) => {
    const output = programs[program!];
    return Promise.resolve(
      output === undefined ? { code: 127, output: "not found" } : { code: 0, output },
    );
  };
}

Deno.test("findPython() takes python3 before python", unlessGiven, async () => {
  assert.deepEqual(await findPython(machine({ python3: "3 10\n", python: "3 14\n" })), ["python3"]);
});

Deno.test("findPython() passes over a Python that is too old", unlessGiven, async () => {
  assert.deepEqual(await findPython(machine({ python3: "3 9\n", python: "3 13\n" })), ["python"]);
});

Deno.test("findPython() finds the version below a warning", unlessGiven, async () => {
  assert.deepEqual(await findPython(machine({ python3: "warning: 1 2 3\n3 12\n" })), ["python3"]);
});

Deno.test("findPython() says how to get Python when there is none", unlessGiven, async () => {
  await assert.rejects(
    findPython(machine({})),
    (error) =>
      error instanceof SetupError && /no python3 was found: install it/.test(error.message),
  );
});

Deno.test("findPython() does not call a Python missing that failed", unlessGiven, async () => {
  const run: RunCommand = ([program]) =>
    Promise.resolve(
      program === "python3"
        ? { code: 137, output: "Cannot allocate memory\n" }
        : { code: 127, output: "" },
    );
  await assert.rejects(findPython(run), /python3 ended with code 137: Cannot allocate memory; run/);
});

Deno.test("findPython() says which Python is too old", unlessGiven, async () => {
  await assert.rejects(findPython(machine({ python3: "3 8\n" })), /only Python 3\.8 was found/);
});
