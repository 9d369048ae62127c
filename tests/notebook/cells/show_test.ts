import assert from "node:assert/strict";
import * as dfd from "danfojs-node";
import { show } from "lib/notebook/mod.ts";
import { fakeKernel } from "../fake_kernel.ts";

const synthetic = { name: "Synthetic records", synthetic: true };

Deno.test("show() shows one output for one value", async () => {
  const { kernel, shown } = fakeKernel();
  await show("**48** records", { kernel });
  assert.equal(shown.length, 1);
  assert.equal(shown[0]!.type, "display_data");
});

Deno.test("show() takes a danfojs DataFrame", async () => {
  const { kernel, shown } = fakeKernel();
  await show(new dfd.DataFrame({ record: ["100", "101"], beats: [2273, 1865] }), { kernel });
  assert.match(shown[0]!.data["text/html"] as string, /<td>100<\/td><td>2,273<\/td>/);
});

Deno.test("show() shows rows as a DataFrame of them is shown", async () => {
  const { kernel, shown } = fakeKernel();
  const rows = [{ record: "100", beats: 2273 }, { record: "101", beats: 1865 }];
  await show(rows, { kernel });
  await show(new dfd.DataFrame(rows), { kernel });
  assert.deepEqual(shown[0]!.data, shown[1]!.data);
});

Deno.test("show() leaves a cell empty where a row does not have the column", async () => {
  const { kernel, shown } = fakeKernel();
  await show([{ record: "100" }, { record: "101", beats: 1865 }], { kernel });
  assert.match(shown[0]!.data["text/html"] as string, /<td>100<\/td><td><\/td>/);
});

Deno.test("show() marks what is made from a synthetic source", async () => {
  const { kernel, shown } = fakeKernel();
  const table = { columns: ["a"], index: [0], values: [[1]] };
  await show(table, { kernel, source: synthetic });
  assert.match(shown[0]!.data["text/html"] as string, /synthetic records/);
});

Deno.test("show() prints text in a terminal", async () => {
  const lines: unknown[] = [];
  const { log } = console;
  console.log = (line) => lines.push(line);
  try {
    await show("48 records");
  } finally {
    console.log = log;
  }
  assert.deepEqual(lines, ["48 records"]);
});
