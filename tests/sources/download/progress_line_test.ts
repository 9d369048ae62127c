import assert from "node:assert/strict";
import { progressLine } from "lib/sources/download/progress_line.ts";

const bytes = 2_500_000;

Deno.test("progressLine() draws one bar over and over in a terminal and ends its line", () => {
  const written: string[] = [];
  const show = progressLine({ write: (text) => written.push(text), isTerminal: true });
  for (let files = 0; files <= 100; files++) show({ files, fileCount: 100, bytes });
  assert.ok(written.length < 10, "drawn at most ten times a second");
  assert.ok(written.every((text) => text.startsWith("\r[")));
  assert.match(written[0]!, /\[-{24}\] 0 of 100 files, 2\.5 MB, \d+\.\d MB\/s/);
  assert.match(written.at(-1)!, /\[#{24}\] 100 of 100 files.*\n$/);
});

Deno.test("progressLine() writes a line for every tenth where nothing can be drawn over", () => {
  const written: string[] = [];
  const show = progressLine({ write: (text) => written.push(text), isTerminal: false });
  for (let files = 0; files <= 100; files++) show({ files, fileCount: 100, bytes });
  assert.equal(written.length, 11);
  assert.ok(written.every((text) => /^\[.{24}\] \d+ of 100 files.*\n$/.test(text)));
});
