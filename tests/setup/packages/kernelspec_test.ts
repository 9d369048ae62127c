import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { writeKernelspec } from "lib/setup/packages/kernelspec.ts";
import { makeCheckout, writeFile } from "../checkout.ts";

Deno.test("writeKernelspec() names the Deno that runs", () => {
  const paths = makeCheckout();
  writeKernelspec(paths);
  const { argv } = JSON.parse(readFileSync(paths.kernelspec, "utf8"));
  assert.deepEqual(argv, [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"]);
});

Deno.test("writeKernelspec() replaces one that names another Deno and leaves a right one alone", () => {
  const paths = makeCheckout();
  writeFile(paths.kernelspec, '{"argv": ["/gone/deno"]}');
  writeKernelspec(paths);
  const written = statSync(paths.kernelspec);
  assert.match(readFileSync(paths.kernelspec, "utf8"), /"jupyter"/);
  writeKernelspec(paths);
  assert.equal(statSync(paths.kernelspec).ino, written.ino);
});
