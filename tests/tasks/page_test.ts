import assert from "node:assert/strict";
import { join } from "node:path";

const root = join(import.meta.dirname!, "..", "..");

async function runPage(...args: string[]) {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, "lib/tasks/page.ts"), ...args],
    cwd: root,
  });
  const { code, stdout, stderr } = await command.output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out: out!, error: error! };
}

Deno.test("deno task page writes the page with the model that it is given, whole", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "inner", "page.html");
  const { code, out } = await runPage(
    "--model",
    join(root, "models/rnn_by_patient"),
    "--out",
    path,
  );
  assert.equal(code, 0);
  assert.match(out, /page\.html: \d\.\d MB, open it in a browser/);
  assert.match(
    await Deno.readTextFile(path),
    /The model: rnn_by_patient, macro-F1 0\.\d{3} by patient/,
  );
  assert.deepEqual([...Deno.readDirSync(join(folder, "inner"))].map(({ name }) => name), [
    "page.html",
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("deno task page ends with one sentence and its use where there is no model, or an argument is wrong", async () => {
  const { code, error } = await runPage("--model", "nowhere");
  assert.equal(code, 1);
  assert.match(
    error,
    /^Cannot read a model's folder "nowhere": wanted config\.json, found no such file\n\nUsage: deno task page/,
  );
  assert.match((await runPage("--models", "a")).error, /^Unknown option .*--models/);
});
