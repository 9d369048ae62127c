/** The C library of the system. */
export const systemLibrary = Deno.build.os === "darwin" ? "libSystem.dylib" : "libc.so.6";

/**
 * Runs `load` and withholds what TensorFlow's C code writes to standard error meanwhile for information: oneDNN's
 * notice, which no log level reaches since it is written as the library is loaded, and the warning that
 * logging has not begun. All else is written when `load` has ended. With TF_CPP_MIN_LOG_LEVEL at 0 nothing is
 * withheld.
 */
export function withoutNotices(load: () => void): void {
  if (Deno.env.get("TF_CPP_MIN_LOG_LEVEL") === "0") return load();
  const library = Deno.dlopen(systemLibrary, descriptors);
  const c = library.symbols;
  const ends = new Int32Array(2);
  const standardError = 2;
  const original = c.dup(standardError);
  if (original < 0 || c.pipe(ends) !== 0) return load();
  const [readEnd, writeEnd] = ends as unknown as [number, number];
  c.dup2(writeEnd, standardError);
  try {
    load();
  } finally {
    c.dup2(original, standardError);
    c.close(original);
    c.close(writeEnd);
    const written = readAll((buffer) => Number(c.read(readEnd, buffer, BigInt(buffer.length))));
    c.close(readEnd);
    library.close();
    const kept = written.split("\n").filter((line) => !isNotice.test(line)).join("\n");
    Deno.stderr.writeSync(new TextEncoder().encode(kept));
  }
}

const descriptors = {
  dup: { parameters: ["i32"], result: "i32" },
  dup2: { parameters: ["i32", "i32"], result: "i32" },
  pipe: { parameters: ["buffer"], result: "i32" },
  read: { parameters: ["i32", "buffer", "usize"], result: "isize" },
  close: { parameters: ["i32"], result: "i32" },
} as const;

const isNotice = /^(I\d{4} |WARNING: All log messages before absl::InitializeLog)/;

function readAll(read: (buffer: Uint8Array<ArrayBuffer>) => number): string {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let text = "";
  for (let length = read(buffer); length > 0; length = read(buffer)) {
    text += decoder.decode(buffer.subarray(0, length), { stream: true });
  }
  return text;
}
