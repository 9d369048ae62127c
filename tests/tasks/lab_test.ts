import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setupPaths } from "lib/setup/mod.ts";

const root = join(import.meta.dirname!, "..", "..");

/** Starts `task lab` at a port and waits until it prints the address of JupyterLab. */
async function startLab(port: number) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(root, "lib/tasks/lab.ts"), "--no-browser", "--port", `${port}`],
    // Only what is in .venv counts, wherever JupyterLab is started.
    cwd: "/",
    stdin: "null",
    stderr: "piped",
  }).spawn();
  let printed = "";
  const decoder = new TextDecoder();
  const reader = child.stderr.getReader();
  while (!/http:\/\/127\S+\s/.test(printed)) {
    const { value, done } = await reader.read();
    assert.ok(!done, `JupyterLab ended:\n${printed}`);
    printed += decoder.decode(value, { stream: true });
  }
  return { child, reader, printed, address: new URL(printed.match(/http:\/\/127\S+/)![0]) };
}

Deno.test(
  "lab serves JupyterLab with the Deno kernel chosen, where the port is in use too, and ends when it is told to",
  {
    ignore: Deno.build.os === "windows" || !existsSync(setupPaths(root).python),
  },
  async () => {
    using other = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = other.addr;
    const { child, reader, printed, address } = await startLab(port);
    try {
      assert.match(printed, new RegExp(`^Port ${port} is in use, so JupyterLab takes another`));
      assert.notEqual(address.port, String(port));
      const page = await fetch(address);
      assert.equal(page.status, 200);
      await page.body?.cancel();
      const specs = await fetch(new URL(`/api/kernelspecs${address.search}`, address));
      const { default: chosen, kernelspecs } = await specs.json();
      assert.equal(chosen, "deno");
      assert.deepEqual(kernelspecs.deno.spec.argv.slice(1, 3), ["jupyter", "--kernel"]);
    } finally {
      child.kill("SIGTERM");
      await reader.cancel();
      await child.status;
    }
  },
);
