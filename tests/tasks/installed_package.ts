import assert from "node:assert/strict";
import { join } from "node:path";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { writePackage } from "lib/tasks/pack.ts";
import { type EcgRecord, writeRecord } from "lib/wfdb/mod.ts";

const root = join(import.meta.dirname!, "../..");

/** A folder that was empty before a package was installed in it, until it is disposed of. */
export interface InstalledPackage extends AsyncDisposable {
  folder: string;
}

/** Packs a library and installs the tarball in an empty folder, without a network. */
export async function installedPackage(library: string): Promise<InstalledPackage> {
  const folder = await Deno.makeTempDir();
  const tarball = await writePackage(library, join(folder, "packed"));
  await output("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], folder);
  return {
    folder,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Whether there are Node and its npm. */
export async function hasNode(): Promise<boolean> {
  try {
    await output("npm", ["--version"], root);
    return true;
  } catch {
    return false;
  }
}

/** What a program prints that is run in a folder to its end. */
export async function output(program: string, args: string[], folder: string): Promise<string> {
  const command = new Deno.Command(program, { args, cwd: folder, env: { NO_COLOR: "1" } });
  const { success, stdout, stderr } = await command.output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** The examples in the README of a library, in order. */
export async function readmeExamples(folder: string): Promise<string[]> {
  const text = await Deno.readTextFile(join(root, folder, "README.md"));
  return [...text.matchAll(/```js ignore\n(.*?)```/gs)].map(([, code]) => code!);
}

/** Writes a synthetic record called 100 into a folder. */
export async function writeRecord100(folder: string): Promise<EcgRecord> {
  const record = { ...synthesizeRecord(syntheticPatients[0]!, { duration: 30 }), name: "100" };
  await writeRecord(folder, record);
  return record;
}
