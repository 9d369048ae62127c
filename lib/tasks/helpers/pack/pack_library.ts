import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Library, packageVersion } from "./libraries.ts";

/**
 * The files of a library's npm package by their paths in it: ES modules with their declarations,
 * package.json, README.md and LICENSE.
 *
 * @param root The checkout.
 * @throws {Error} where the library's code imports what does not belong to it.
 */
export async function packLibrary(root: string, library: Library): Promise<Map<string, string>> {
  const sources = await librarySources(root, library);
  const modules = await transpiled(root, { library, sources });
  const read = (path: string) => readFile(join(root, path), "utf8");
  return new Map([
    ["package.json", packageJson(library)],
    ["README.md", await read(posix.join(library.base, library.entry, "README.md"))],
    ["LICENSE", await read("LICENSE")],
    ...modules,
  ]);
}

/** The modules that the library's door leads to, by their paths in the checkout. */
async function librarySources(root: string, library: Library): Promise<string[]> {
  const { base, entry, folders } = library;
  const output = await deno(root, ["info", "--json", posix.join(base, entry, "mod.ts")]);
  const { modules } = JSON.parse(output) as { modules: { specifier: string }[] };
  const places = modules.map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith("node:"))
    .map((specifier) =>
      specifier.startsWith("file:")
        ? relative(root, fileURLToPath(specifier)).replaceAll("\\", "/")
        : specifier
    );
  const own = folders.map((folder) => posix.join(base, folder) + "/");
  const foreign = places.filter((place) => !own.some((folder) => place.startsWith(folder)));
  if (foreign.length === 0) return places.sort();
  throw new Error(
    `Cannot pack ${library.name}: wanted imports from ${own.join(" and ")} alone, found ${
      foreign.join(", ")
    }`,
  );
}

/** Each source as JavaScript and as declarations, which name each other and the package as it is. */
async function transpiled(
  root: string,
  { library, sources }: { library: Library; sources: string[] },
): Promise<[path: string, text: string][]> {
  const folder = await mkdtemp(join(tmpdir(), "pack-"));
  try {
    await deno(root, ["transpile", "--declaration", "--outdir", folder, ...sources]);
    const paths = sources.flatMap((path) =>
      [".js", ".d.ts"].map((ending) => path.replace(/\.ts$/, ending))
    );
    return await Promise.all(paths.map(async (path): Promise<[string, string]> => {
      const text = await readFile(join(folder, path), "utf8");
      return [posix.relative(library.base, path), packedText(text, library)];
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of a module with its imports as the package has them, those of its examples too. */
function packedText(text: string, { name, base, entry }: Library): string {
  return text
    .replace(/^\/\/\/ <amd-module .*\n/m, "")
    .replaceAll(/(\bfrom |\bimport\()"(\.[^"]*)\.ts"/g, '$1"$2.js"')
    .replaceAll(`"${posix.join(base, entry, "mod.ts")}"`, `"${name}"`);
}

function packageJson(library: Library): string {
  const { name, description, keywords, entry, notForBrowsers } = library;
  const door = (ending: string) => `./${posix.join(entry, `mod${ending}`)}`;
  const withoutFiles = notForBrowsers.map((path) => [`./${path.replace(/\.ts$/, ".js")}`, false]);
  const json = {
    name,
    version: packageVersion,
    description,
    keywords,
    license: "MIT",
    type: "module",
    exports: { ".": { types: door(".d.ts"), default: door(".js") } },
    types: door(".d.ts"),
    ...(withoutFiles.length > 0 ? { browser: Object.fromEntries(withoutFiles) } : {}),
    sideEffects: false,
    engines: { node: ">=20" },
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

async function deno(root: string, denoArguments: string[]): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: denoArguments,
    cwd: root,
    env: { NO_COLOR: "1" },
  });
  const { success, stdout, stderr } = await command.output();
  if (success) return new TextDecoder().decode(stdout);
  const reason = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot run deno ${denoArguments[0]}: ${reason}`);
}
