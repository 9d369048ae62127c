import { existsSync } from "node:fs";
import { join } from "node:path";
import { cApi } from "./c_api.ts";
import { cString } from "./c_string.ts";
import { cudaLibraries } from "./cuda.ts";
import { keepFreedMemory } from "./host_memory.ts";
import { setCompilerFlags, setDefaults } from "./settings.ts";
import { systemLibrary, withoutNotices } from "./without_notices.ts";

/** TensorFlow's opened C library. */
export interface Library {
  c: Deno.StaticForeignLibraryInterface<typeof cApi>;
  /** The one TF_Status object that all calls share. */
  status: Deno.PointerValue;
  version: string;
}

const fileNames: Partial<Record<typeof Deno.build.os, [framework: string, cc: string]>> = {
  linux: ["libtensorflow_framework.so.2", "libtensorflow_cc.so.2"],
  darwin: ["libtensorflow_framework.2.dylib", "libtensorflow_cc.2.dylib"],
};

/**
 * The folder that holds TensorFlow's two C libraries: `TENSORFLOW_DIR`, else `.venv/tensorflow` of this project.
 * `undefined` where there is none; then the WebAssembly backend is used.
 *
 * @throws {Error} when TENSORFLOW_DIR is set to a folder without the libraries.
 */
export function findLibrary(): string | undefined {
  const names = fileNames[Deno.build.os];
  const complete = (directory: string) =>
    names !== undefined && names.every((name) => existsSync(join(directory, name)));
  const chosen = Deno.env.get("TENSORFLOW_DIR");
  if (chosen && !complete(chosen)) {
    throw new Error(
      `Cannot find TensorFlow in TENSORFLOW_DIR: wanted ${
        names?.join(" and ") ?? "a library for this platform"
      } in "${chosen}"`,
    );
  }
  const own = join(import.meta.dirname!, "../../../.venv/tensorflow");
  return chosen || (complete(own) ? own : undefined);
}

/** Opens TensorFlow's C library in a folder that {@linkcode findLibrary} found. */
export function openLibrary(directory: string): Library {
  setDefaults();
  keepFreedMemory();
  const [framework, cc] = fileNames[Deno.build.os]!;
  withoutNotices(join(directory, framework), () => {
    // The C library's own search path does not reach its framework: load that first.
    for (const path of cudaLibraries(directory)) keepLoaded(path);
    for (const name of [framework, cc]) keepLoaded(join(directory, name));
  });
  const { symbols: c } = Deno.dlopen(join(directory, cc), cApi);
  const version = readString(c.TF_Version());
  setCompilerFlags(version);
  return { c, status: c.TF_NewStatus(), version };
}

/**
 * Loads a library for the life of the process. Deno unloads what a worker opened when the worker ends, and
 * TensorFlow cannot be loaded a second time in one process.
 */
function keepLoaded(path: string): void {
  const flags = 0x2 | (Deno.build.os === "darwin" ? 0x80 : 0x1000); // RTLD_NOW | RTLD_NODELETE
  const symbols = { dlopen: { parameters: ["buffer", "i32"], result: "pointer" } } as const;
  Deno.dlopen(systemLibrary, symbols).symbols.dlopen(cString(path), flags);
}

/** Throws what TensorFlow reports when the last call failed. */
export function checkStatus(library: Library, doing: string): void {
  if (library.c.TF_GetCode(library.status) === 0) return;
  throw new Error(
    `TensorFlow cannot ${doing}: ${readString(library.c.TF_Message(library.status))}`,
  );
}

/** The text behind a `const char*`. */
export function readString(pointer: Deno.PointerValue): string {
  return pointer === null ? "" : Deno.UnsafePointerView.getCString(pointer);
}

/** The bytes of an array's own window of its buffer, not copied. */
export function bytesOf(array: ArrayBufferView): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
}
