import { cString } from "./c_string.ts";

/** The C library of the system. */
export const systemLibrary = Deno.build.os === "darwin" ? "libSystem.dylib" : "libc.so.6";

/**
 * Runs `load` and withholds what TensorFlow's C code writes to standard error meanwhile for information: oneDNN's
 * notice, which no log level reaches since it is written as the library is loaded, and the warning that logging
 * has not begun. All else is written when `load` has ended. With TF_CPP_MIN_LOG_LEVEL at 0 nothing is withheld.
 *
 * @param library a file that workers lock, for standard error is that of the whole process.
 */
export function withoutNotices(library: string, load: () => void): void {
  if (Deno.env.get("TF_CPP_MIN_LOG_LEVEL") === "0") return load();
  using file = Deno.openSync(library);
  file.lockSync(true);
  const path = Deno.makeTempFileSync();
  const { symbols: c } = Deno.dlopen(systemLibrary, descriptors);
  const standardError = 2;
  const original = c.dup(standardError);
  const written = c.open(cString(path), readAndWrite);
  c.dup2(written, standardError);
  try {
    load();
  } finally {
    c.dup2(original, standardError);
    c.close(original);
    c.close(written);
    const lines = Deno.readTextFileSync(path).split("\n").filter((line) => !isNotice.test(line));
    Deno.removeSync(path);
    Deno.stderr.writeSync(new TextEncoder().encode(lines.join("\n")));
  }
}

const isNotice = /^(I\d{4} |WARNING: All log messages before absl::InitializeLog)/;

const readAndWrite = 2; // O_RDWR

const descriptors = {
  open: { parameters: ["buffer", "i32"], result: "i32" },
  dup: { parameters: ["i32"], result: "i32" },
  dup2: { parameters: ["i32", "i32"], result: "i32" },
  close: { parameters: ["i32"], result: "i32" },
} as const;
