import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBenchPython } from "../../bench/python_environment.ts";

Deno.test("findBenchPython() takes the Python that BENCH_PYTHON names", async () => {
  await withBenchPython("/somewhere/python", async () => {
    const python = await findBenchPython("/nowhere", { basePython: "none" });
    assert.equal(python, "/somewhere/python");
  });
});

Deno.test("findBenchPython() takes the environment that has what is required", async () => {
  const root = await projectWith("numpy==2.0\n", "numpy==2.0\n");
  await withBenchPython(undefined, async () => {
    const python = await findBenchPython(root, { basePython: "none" });
    assert.ok(python.startsWith(join(root, ".venv-bench")));
  });
  await Deno.remove(root, { recursive: true });
});

Deno.test("findBenchPython() says how to do without when the packages cannot be installed", async () => {
  const root = await projectWith("numpy==2.0\n", "numpy==1.0\n");
  const failing = Deno.execPath(); // a program that knows nothing of `-m venv`
  const said: string[] = [];
  await withBenchPython(undefined, async () => {
    await assert.rejects(
      findBenchPython(root, { basePython: failing, say: (line) => said.push(line) }),
      /BENCH_PYTHON may name a Python/,
    );
  });
  assert.match(said[0]!, /into \.venv-bench/);
  await Deno.remove(root, { recursive: true });
});

async function projectWith(required: string, installed: string): Promise<string> {
  const root = await Deno.makeTempDir();
  for (const name of ["bench", ".venv-bench"]) mkdirSync(join(root, name));
  writeFileSync(join(root, "bench", "requirements.txt"), required);
  writeFileSync(join(root, ".venv-bench", ".installed"), installed);
  return root;
}

async function withBenchPython(value: string | undefined, body: () => Promise<void>) {
  const before = Deno.env.get("BENCH_PYTHON");
  const set = (text: string | undefined) =>
    text === undefined ? Deno.env.delete("BENCH_PYTHON") : Deno.env.set("BENCH_PYTHON", text);
  set(value);
  try {
    await body();
  } finally {
    set(before);
  }
}
