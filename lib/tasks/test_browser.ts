// deno task test:browser [--filter=TEXT]: opens each notebook in JupyterLab in a real browser, runs its cells and
// presses the stop button, in quick mode; also opens the pages and drops a record on the labelling page.
import { dirname } from "node:path";
import { childStatus } from "lib/setup/mod.ts";
import { findChromium } from "./helpers/find_chromium.ts";

try {
  const chromium = findChromium();
  const command = new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "tests/browser", ...Deno.args],
    cwd: dirname(dirname(import.meta.dirname!)),
    env: { CHROMIUM: chromium },
  });
  const { code } = await childStatus(command.spawn());
  Deno.exit(code);
} catch (error) {
  console.error((error as Error).message);
  Deno.exit(1);
}
