import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Plugin } from "esbuild";

/**
 * What modules import but a page never comes to use: Node's own modules, the packages behind TensorFlow's C library,
 * and those that read and write files of Keras. In the bundle they are empty.
 */
const unused = /^(node:|@tensorflow\/tfjs-node-gpu|h5wasm|@zip\.js\/zip\.js)/;

/**
 * Scripts for browsers, each of a module of the library and all that it imports.
 *
 * @param root the checkout, with its packages installed.
 * @param entries the path in it of each script's module, by the name of the script.
 * @returns the scripts by name.
 * @throws {Error} with what the bundler says, where it fails.
 */
export async function bundleScripts<Name extends string>(
  root: string,
  entries: Record<Name, string>,
): Promise<Record<Name, string>> {
  const esbuild = await import("esbuild");
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: entries,
      outdir: "none", // nothing is written
      write: false,
      bundle: true,
      minify: true,
      platform: "browser",
      format: "iife",
      target: "es2024",
      logLevel: "silent",
      plugins: [modulesOf(root)],
    });
    const scripts = outputFiles.map(({ path, text }) => [basename(path, ".js"), text]);
    return Object.fromEntries(scripts);
  } catch (error) {
    throw new Error(
      `Cannot bundle the page: wanted scripts of ${Object.values(entries).join(", ")}, found ` +
        (error as Error).message,
      { cause: error },
    );
  } finally {
    await esbuild.stop();
  }
}

/**
 * Finds the library's modules by their names, as Deno's import map does, and leaves out those of which nothing is used:
 * none does anything by being imported. A page evaluates all at once, so `import defer` is a plain import.
 */
function modulesOf(root: string): Plugin {
  return {
    name: "modules of the library",
    setup(build) {
      build.onResolve({ filter: /^(lib|\.{1,2})\/.*\.ts$/ }, ({ path, resolveDir }) => ({
        path: path.startsWith("lib/") ? join(root, path) : join(resolveDir, path),
        sideEffects: false,
      }));
      build.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: "nothing" }));
      build.onLoad(
        { filter: /.*/, namespace: "nothing" },
        () => ({ contents: "module.exports = {};" }),
      );
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replaceAll(/^import defer \*/gm, "import *"),
        loader: "ts",
      }));
    },
  };
}
