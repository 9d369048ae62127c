import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { executeNotebook, type Notebook } from "lib/notebook/mod.ts";
import { jupyterEnvironment, setupPaths } from "lib/setup/mod.ts";
import { makeNotebook, withNotebooks } from "../make_notebook.ts";

const paths = setupPaths(dirname(dirname(dirname(import.meta.dirname!))));
const jupyter = { python: paths.python, environment: jupyterEnvironment(paths) };
const ignore = !existsSync(paths.kernelspec);

/** Executes a notebook of these cells as tests/notebook/.../a.ipynb. */
async function execute(
  cells: Parameters<typeof makeNotebook>[0],
  then: (run: () => Promise<Notebook>) => Promise<void>,
): Promise<void> {
  const options = { ...jupyter, quick: true, attempts: 2 };
  await withNotebooks(
    { "a.ipynb": makeNotebook(cells) },
    (folder) => then(() => executeNotebook(`${folder}/a.ipynb`, options)),
  );
}

Deno.test({
  ignore,
  name: "executeNotebook() runs the cells with lib/ at hand, in quick mode, and keeps the outputs",
  fn: () =>
    execute([
      `import { isQuick, show } from "lib/notebook/mod.ts";`,
      { cell_type: "markdown", source: "# Prose" },
      // Without the pause the kernel may lose what a cell prints at its very end.
      "await show(`quick: ${isQuick()}`);\nconsole.log(1);\nconsole.log(2);\n" +
      "await new Promise((resolve) => setTimeout(resolve, 500));",
    ], async (run) => {
      const { cells } = await run();
      const [shown, ...printed] = cells[2]!.outputs!;
      assert.deepEqual(shown!.data!["text/plain"], ["quick: true"]);
      // What is printed comes in one message or in several.
      assert.equal(printed.flatMap(({ text }) => text).join(""), "1\n2\n");
    }),
});

Deno.test({
  ignore,
  name: "executeNotebook() can be ended, its kernel with it",
  fn: async () => {
    const directory = await Deno.makeTempDir();
    const note = `${directory}/pid`;
    const cell = `Deno.writeTextFileSync("${note}", String(Deno.pid));
await new Promise((resolve) => setTimeout(resolve, 600_000));`;
    await withNotebooks({ "a.ipynb": makeNotebook([cell]) }, async (folder) => {
      const stop = new AbortController();
      const options = { ...jupyter, signal: stop.signal };
      const execution = assert.rejects(executeNotebook(`${folder}/a.ipynb`, options), /was ended/);
      while (!existsSync(note)) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort();
      await execution;
      const kernel = Number(await Deno.readTextFile(note));
      if (Deno.build.os === "linux") assert.ok(!existsSync(`/proc/${kernel}`));
    });
    await Deno.remove(directory, { recursive: true });
  },
});

Deno.test({
  ignore,
  name: "executeNotebook() shows the cell that failed with its error",
  fn: () =>
    execute(["const a = 1;", `throw new TypeError(\`no \${a}\`);`], async (run) => {
      await assert.rejects(run(), (error: Error) => {
        assert.match(
          error.message,
          /^Cannot execute a\.ipynb: code cell 2 failed with TypeError: no 1/,
        );
        assert.match(error.message, / {4}throw new TypeError/);
        return true;
      });
    }),
});

Deno.test({
  ignore,
  name: "executeNotebook() explains a syntax error, of which the kernel says nothing",
  fn: () =>
    execute(["const a: number = ;"], async (run) => {
      await assert.rejects(run(), /Expression expected.*a\.ipynb, code cell 1, line 1/s);
    }),
});

Deno.test({
  ignore,
  name: "executeNotebook() fails when an output is missing each time",
  fn: () =>
    execute(["const show = (text: string) => text.length;\nvoid show('lost');"], async (run) => {
      await assert.rejects(run(), /outputs were lost 2 times; code cell 1 must show 1 outputs/);
    }),
});

Deno.test({
  ignore,
  name: "executeNotebook() fails when a cell shows something without show()",
  fn: () =>
    // The kernel loses some of such values, which is why show() exists: eight leave no doubt.
    execute(Array.from({ length: 8 }, () => "6 * 7"), async (run) => {
      await assert.rejects(run(), /code cell \d shows the value of its last statement/);
    }),
});

Deno.test({
  ignore: Deno.build.os === "windows",
  name: "executeNotebook() says with which code a Python ended that did not read the notebook",
  fn: async () => {
    const fake = await Deno.makeTempFile();
    await Deno.writeTextFile(fake, "#!/bin/sh\nexit 3\n");
    await Deno.chmod(fake, 0o755);
    const long = makeNotebook([{ cell_type: "markdown", source: "x".repeat(1e6) }]);
    await withNotebooks({ "a.ipynb": long }, async (folder) => {
      const execution = executeNotebook(`${folder}/a.ipynb`, { python: fake });
      await assert.rejects(execution, /Cannot execute a notebook: .* ended with code 3/);
    });
    await Deno.remove(fake);
  },
});
