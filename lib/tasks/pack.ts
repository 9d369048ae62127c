// deno task pack wfdb|search [--out DIR]: makes an npm tarball of an independent library,
// in results/packages by default.
import { mkdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { replaceFile } from "lib/files/mod.ts";
import { libraries, packageVersion } from "./helpers/pack/libraries.ts";
import { npmTarball } from "./helpers/pack/npm_tarball.ts";
import { packLibrary } from "./helpers/pack/pack_library.ts";

const root = dirname(dirname(import.meta.dirname!));

if (import.meta.main) {
  try {
    const { positionals: [name = "", ...more], values } = parseArgs({
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
    if (more.length > 0) throw new Error("Name one library.");
    const path = await writePackage(name, resolve(values.out ?? join(root, "results/packages")));
    console.log(`npm install ${relative(Deno.cwd(), path)}`);
  } catch (error) {
    const names = Object.keys(libraries).join("|");
    console.error(`${(error as Error).message}\n\nUsage: deno task pack ${names} [--out DIR]`);
    Deno.exit(1);
  }
}

/** Writes the tarball of a library into a folder and returns its path. */
export async function writePackage(name: string, folder: string): Promise<string> {
  if (!Object.hasOwn(libraries, name)) {
    const names = Object.keys(libraries).join(" or ");
    throw new Error(`Cannot pack "${name}": wanted ${names}.`);
  }
  const library = libraries[name]!;
  const bytes = npmTarball(await packLibrary(root, library));
  const path = join(folder, `${library.name}-${packageVersion}.tgz`);
  await mkdir(folder, { recursive: true });
  await replaceFile(path, bytes);
  return path;
}
