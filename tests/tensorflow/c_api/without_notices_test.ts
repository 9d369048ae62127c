import assert from "node:assert/strict";

/** What a process writes to standard error whose C library writes `lines` while something is loaded. */
async function written(lines: string): Promise<string> {
  const program = `
    import { systemLibrary, withoutNotices } from "lib/tensorflow/c_api/without_notices.ts";
    const { symbols } = Deno.dlopen(systemLibrary, {
      write: { parameters: ["i32", "buffer", "usize"], result: "isize" },
    });
    const bytes = new TextEncoder().encode(${JSON.stringify(lines)});
    withoutNotices(import.meta.filename!, () => void symbols.write(2, bytes, BigInt(bytes.length)));
    console.error("after");
  `;
  return await errorsOf(program);
}

/** What a program writes to standard error. */
async function errorsOf(program: string, env: Record<string, string> = {}): Promise<string> {
  const file = await Deno.makeTempFile({ dir: import.meta.dirname!, suffix: ".ts" });
  try {
    await Deno.writeTextFile(file, program);
    const args = ["run", "-A", "--no-check", file];
    const { stderr } = await new Deno.Command(Deno.execPath(), { args, env }).output();
    return new TextDecoder().decode(stderr);
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("withoutNotices() withholds notices and passes errors and warnings on", async () => {
  const warning = "W0000 00:00:1.000002    5 b.cc:2] a feature is missing\n";
  const error = "E0000 00:00:1.000003    5 c.cc:3] no such device\n";
  const lines =
    "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR\n" +
    "I0000 00:00:1.000001    5 port.cc:153] oneDNN custom operations are on.\n" + warning + error;
  assert.equal(await written(lines), warning + error + "after\n");
});

Deno.test("withoutNotices() loses nothing of what does not end with a line", async () => {
  assert.equal(await written("terminate called"), "terminate calledafter\n");
});

Deno.test("workers of one process load TensorFlow at once, and what they write goes on to standard error", async () => {
  const program = `
    import { findLibrary, openLibrary } from "lib/tensorflow/c_api/library.ts";
    if (typeof WorkerGlobalScope !== "undefined") {
      openLibrary(findLibrary()!);
      self.postMessage("open");
    } else {
      const opened = Array.from({ length: 4 }, () => {
        const worker = new Worker(import.meta.url, { type: "module" });
        return new Promise((resolve) => worker.onmessage = resolve);
      });
      await Promise.all(opened);
      console.error("after");
      Deno.exit(0);
    }
  `;
  const env = { TF_ENABLE_ONEDNN_OPTS: "1" };
  assert.equal(await errorsOf(program, env), "after\n");
});
