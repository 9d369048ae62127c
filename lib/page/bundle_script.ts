import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What modules import but a page never comes to use: Node's own modules, the packages behind TensorFlow's C library,
 * and those that read and write files of Keras. In the bundle they are empty.
 */
const unused = /^(node:|@tensorflow\/tfjs-node-gpu|h5wasm|@zip\.js\/zip\.js)/;

/**
 * One script for browsers of a module of the library and all that it imports.
 *
 * The modules are bundled as they are but for `import defer`, which the bundler does not know: a page evaluates all at
 * once. Deno downloads its bundler, esbuild, when it is first used.
 *
 * @param root the checkout.
 * @param entry the path of the module in it.
 * @throws {Error} with what the bundler says, where it fails.
 */
export async function bundleScript(root: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "page-"));
  try {
    const { modules, specifiers } = await importsOf(root, entry);
    for (const module of modules) {
      const text = await readFile(join(root, module), "utf8");
      await mkdir(dirname(join(folder, module)), { recursive: true });
      await writeFile(join(folder, module), text.replaceAll(/^import defer \*/gm, "import *"));
    }
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    await writeFile(join(folder, "nothing.cjs"), "module.exports = {};\n");
    const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    // No module of the library does anything by being imported: those of which nothing is used are left out.
    const described = JSON.stringify({ dependencies, sideEffects: false });
    await writeFile(join(folder, "package.json"), described);
    const empty = specifiers.filter((name) => unused.test(name))
      .map((name) => [name, "./nothing.cjs"]);
    const imports = { "lib/": "./lib/", ...Object.fromEntries(empty) };
    const config = { nodeModulesDir: "manual", lock: false, imports };
    await writeFile(join(folder, "deno.json"), JSON.stringify(config));
    const output = join(folder, "bundle.js");
    const options = ["--quiet", "--platform=browser", "--format=iife", "--minify"];
    await deno(folder, ["bundle", ...options, `--output=${output}`, join(folder, entry)]);
    return await readFile(output, "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The modules of the checkout that one leads to, and all that they import, as they name it. */
async function importsOf(root: string, entry: string) {
  const { modules } = JSON.parse(await deno(root, ["info", "--json", entry])) as {
    modules: { specifier: string; dependencies?: { specifier: string; code?: unknown }[] }[];
  };
  const own = modules.filter(({ specifier }) => specifier.startsWith("file:"))
    .map((module) => ({
      ...module,
      path: relative(root, fileURLToPath(module.specifier)).replaceAll("\\", "/"),
    }))
    .filter(({ path }) => path.startsWith("lib/"));
  const dependencies = own.flatMap(({ dependencies = [] }) => dependencies);
  return {
    modules: own.map(({ path }) => path),
    specifiers: [...new Set(dependencies.map(({ specifier }) => specifier))],
  };
}

async function deno(cwd: string, denoArguments: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: denoArguments,
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  if (success) return new TextDecoder().decode(stdout);
  const reason = new TextDecoder().decode(stderr).split("\n\nStack backtrace")[0]!.trim();
  throw new Error(
    `Cannot bundle the page: wanted "deno ${denoArguments[0]}" to end well, found ${reason}`,
  );
}
