import assert from "node:assert/strict";
import { explainFailure, type SetupFailure } from "lib/setup/setup_error.ts";

const outputs: [failure: SetupFailure, from: string, output: string][] = [
  [
    "disk full",
    "pip",
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
  ],
  ["disk full", "npm", "npm error code ENOSPC\nnpm error syscall write"],
  ["disk full", "Windows", "OSError: [Errno 28] There is not enough space on the disk"],
  ["no network", "npm", "npm error code EAI_AGAIN\nnpm error syscall getaddrinfo"],
  [
    "no network",
    "Deno",
    "error: error sending request for url (…): client error (Connect): dns error",
  ],
  [
    "no network",
    "pip",
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('[Errno -3] " +
    "Temporary failure in name resolution')'\nERROR: No matching distribution found for jupyterlab",
  ],
  ["no right to write", "pip", "ERROR: [Errno 13] Permission denied: '/home/other/.venv'"],
  ["no right to write", "npm", "npm error code EROFS"],
  ["not offered", "pip", "ERROR: No matching distribution found for jupyterlab==4.6.*"],
  ["not offered", "npm", "npm error code ETARGET\nnpm error notarget No matching version found"],
  [
    "other answer",
    "pip",
    "WARNING: Skipping page because it is HTML\nERROR: HTTP error 403 while getting simple/jupyterlab",
  ],
  ["other answer", "pip", "ERROR: Wheel 'tensorflow-cpu' located at /tmp/x.whl is invalid."],
  ["other answer", "pip", "zipfile.BadZipFile: File is not a zip file"],
  [
    "other answer",
    "npm",
    "npm error code EINTEGRITY\nnpm error sha512-... integrity checksum failed",
  ],
  ["other answer", "npm", "npm error Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON"],
  ["other", "pip", "ERROR: something new"],
];

for (const [failure, from, output] of outputs) {
  Deno.test(`explainFailure() reads "${failure}" in what ${from} printed: ${output.slice(0, 40)}`, () => {
    const error = explainFailure({ code: 1, output }, { doing: "install it", root: "/checkout" });
    assert.equal(error.failure, failure);
    assert.match(error.message, /^Cannot install it[,:]/);
    assert.match(error.message, /run the same command again/);
  });
}

Deno.test("explainFailure() says one sentence where it knows what to do", () => {
  const { message } = explainFailure({ code: 1, output: "ENOSPC" }, {
    doing: "x",
    root: "/checkout",
  });
  assert.match(message, /^[^\n]+ free about 3 GB for \/checkout [^\n]+\.$/);
});

Deno.test("explainFailure() shows the last lines of a program that failed in an unknown way", () => {
  const output = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const { message } = explainFailure({ code: 3, output }, { doing: "x", root: "/checkout" });
  assert.match(message, /code 3/);
  assert.ok(message.endsWith("line 38\nline 39"));
  assert.ok(!message.includes("line 10"));
});

Deno.test("explainFailure() says that a program was ended by a signal", () => {
  const { failure, message } = explainFailure({ code: 137, output: "" }, { doing: "x", root: "/" });
  assert.equal(failure, "ended");
  assert.match(message, /ended by signal 9/);
});
