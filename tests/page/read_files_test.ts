import assert from "node:assert/strict";
import { readRecording } from "lib/recordings/mod.ts";
import { readFiles } from "lib/page/worker/read_files.ts";

const fixtures = new URL("../fixtures/", import.meta.url).pathname;
const file = async (path: string) => ({
  name: path.split("/").at(-1)!,
  bytes: await Deno.readFile(fixtures + path),
});

Deno.test("readFiles() reads what readRecording() reads from disk", async () => {
  for (
    const [path, ...parts] of [["wfdb/tiny_212.hea", "wfdb/tiny_212.dat", "wfdb/tiny_212.atr"], [
      "recordings/plus.edf",
    ], ["recordings/plain.bdf"]]
  ) {
    const files = await Promise.all([path!, ...parts].map(file));
    assert.deepEqual(await readFiles(files, files[0]!.name), await readRecording(fixtures + path));
  }
});

Deno.test("readFiles() gives the library's own sentence for a file that is missing, cut off or of another kind", async () => {
  const header = await file("wfdb/tiny_212.hea");
  const signal = await file("wfdb/tiny_212.dat");
  const edf = await file("recordings/plain.edf");
  const cut = { name: "cut.edf", bytes: edf.bytes.slice(0, 300) };
  const pdf = { name: "report.pdf", bytes: new TextEncoder().encode("%PDF-1.7 ...") };
  for (
    const [files, wanted] of [
      [
        [header],
        /^Error: Cannot read record "tiny_212": tiny_212.dat must be a readable file but is missing/,
      ],
      [
        [signal],
        /^Error: Cannot read "tiny_212.dat": wanted a recording .*found a signal file without its header/,
      ],
      [[cut], /^Error: Cannot read "cut.edf": wanted /],
      [[pdf], /^Error: Cannot read "report.pdf": wanted a recording .*found a PDF/],
    ] as const
  ) {
    const error = await readFiles([...files], files[0].name).then(() => "none", (error) => error);
    assert.match(String(error).replace(/^WfdbError/, "Error"), wanted);
  }
});

Deno.test("readFiles() takes the rate of a table that does not say it", async () => {
  const lines = Array.from({ length: 500 }, (_, i) => (Math.sin(i / 9) / 2).toFixed(3));
  const table = { name: "a.csv", bytes: new TextEncoder().encode(["mV", ...lines].join("\n")) };
  await assert.rejects(
    readFiles([table], "a.csv"),
    /^Error: Cannot read "a.csv": wanted a rate \(option frequency\)/,
  );
  assert.equal((await readFiles([table], "a.csv", { frequency: 250 })).frequency, 250);
});
