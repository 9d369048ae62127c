import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { installNodePackages } from "lib/setup/packages/node_packages.ts";
import { fakeInstallers, makeCheckout, writeFile, writeScript } from "./checkout.ts";

const main = join(import.meta.dirname!, "..", "..");

/**
 * Runs lib/setup/task.ts in a checkout of its own, with only the named programs in PATH, and with
 * its node packages in place if asked for.
 */
async function runTaskProgram(
  name: string,
  programs: Record<string, string>,
  options: { nodePackages?: boolean } = {},
) {
  const paths = makeCheckout();
  const { root } = paths;
  if (options.nodePackages) await installNodePackages(fakeInstallers(paths).step);
  cpSync(join(main, "lib", "setup"), join(root, "lib", "setup"), { recursive: true });
  writeFile(join(root, "deno.json"), '{"tasks": {"hello": "deno run -A lib/setup/task.ts hello"}}');
  writeFile(join(root, "lib/tasks/hello.ts"), 'console.log("hello")');
  for (const [name, lines] of Object.entries(programs)) writeScript(join(root, "bin", name), lines);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/setup/task.ts", name],
    cwd: root,
    // npm is not there either: without a network, and with nothing in Deno's cache.
    env: { PATH: join(root, "bin"), PYTHON: "", DENO_DIR: join(root, "cache"), ...noNetwork },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, output: text(stdout), errors: text(stderr) };
}

const noNetwork = { NPM_CONFIG_REGISTRY: "http://127.0.0.1:9/", HTTPS_PROXY: "http://127.0.0.1:9" };
const onUnix = { ignore: Deno.build.os === "windows" };

Deno.test("a task that is not there is answered with those that are", onUnix, async () => {
  const { code, errors } = await runTaskProgram("hallo", {});
  assert.equal(code, 2);
  assert.equal(errors.trim(), 'There is no task "hallo"; there are: hello.');
});

Deno.test("a task says in one sentence what to do when there is no Python", onUnix, async () => {
  const { code, errors, output } = await runTaskProgram("hello", {});
  assert.equal(code, 1);
  assert.equal(output, "");
  assert.match(errors, /^JupyterLab needs .* no python3 was found: install it .*\.\n$/);
});

Deno.test("a task says in its last line that Python lacks the venv module", onUnix, async () => {
  const python3 = `case "$*" in
    *-m*venv*) echo "... because ensurepip is not available."; exit 1;;
    *) echo 3 11;;
  esac`;
  const { code, errors } = await runTaskProgram("hello", { python3 }, { nodePackages: true });
  assert.equal(code, 1);
  assert.match(errors.trim().split("\n").at(-1)!, /venv module is not: install it .*\.$/);
});

Deno.test("a task says in its last line what to do when there is no network", onUnix, async () => {
  const python3 = 'case "$*" in *-m*venv*) exec /bin/sleep 20;; *) echo 3 11;; esac';
  const { code, errors } = await runTaskProgram("hello", { python3 });
  assert.equal(code, 1);
  assert.match(errors.trim().split("\n").at(-1)!, /servers cannot be reached: connect .*\.$/);
});
