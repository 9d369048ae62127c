import assert from "node:assert/strict";
import { join } from "node:path";
import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { parseAnnotations, writeRecord } from "lib/wfdb/mod.ts";
import { describe } from "../../lib/tasks/annotate.ts";

const root = join(import.meta.dirname!, "..", "..");

async function runAnnotate(...args: string[]) {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", join(root, "lib/tasks/annotate.ts"), ...args],
    cwd: root,
  });
  const { code, stdout, stderr } = await command.output();
  const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out: out!, error: error! };
}

Deno.test("deno task annotate writes an annotation file and a page for each recording that it can read", async () => {
  const directory = await Deno.makeTempDir();
  const at = (name: string) => join(directory, name);
  await writeRecord(directory, synthesizeRecord(syntheticPatients[3]!, { duration: 60 }));
  await Deno.writeTextFile(
    at("flat.csv"),
    "time,II\n" +
      Array.from({ length: 2000 }, (_, i) => `${(i / 200).toFixed(3)},0.0`).join("\n"),
  );
  const { code, out, error } = await runAnnotate(
    at("s04"),
    at("none.edf"),
    at("flat.csv"),
    "--out",
    at("out"),
    "--json",
  );
  assert.equal(code, 1); // one file is missing; the others are written
  assert.match(error, /^Cannot read "none\.edf"/);
  const [found, flat] = JSON.parse(out);
  assert.equal(found.name, "s04");
  assert.ok(found.beats > 60 && found.beats < 90);
  const marks = parseAnnotations(await Deno.readFile(found.annotations), {
    samplingFrequency: 360,
  });
  assert.equal(marks.length, found.beats);
  assert.match(await Deno.readTextFile(found.page), /<h1>s04<\/h1>/);
  assert.equal(flat.beats, 0);
  const names = [...Deno.readDirSync(at("out"))].map(({ name }) => name).sort();
  assert.deepEqual(names, ["flat.beats", "flat.html", "s04.beats", "s04.html"]);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("deno task annotate takes the rate and the unit of a table that says neither", async () => {
  const directory = await Deno.makeTempDir();
  const { signals } = synthesizeRecord(syntheticPatients[3]!, { duration: 20 });
  const microvolts = Array.from(signals[0]!, (value) => 5 * (value - 1024));
  await Deno.writeTextFile(join(directory, "bare.csv"), microvolts.join("\n"));
  const options = ["--unit", "uV", "--out", directory, "--json"];
  const without = await runAnnotate(join(directory, "bare.csv"), ...options);
  assert.match(without.error, /^Cannot read "bare.csv": wanted a rate \(option frequency\)/);
  const { out } = await runAnnotate(join(directory, "bare.csv"), "--frequency", "360", ...options);
  const [found] = JSON.parse(out);
  assert.ok(found.beats > 20 && found.beats < 30);
  assert.deepEqual(found.notes.filter((note: string) => /unit|span|Hz/.test(note)), []);
  const { error } = await runAnnotate("bare.csv", "--frequency", "fast");
  assert.match(error, /^--frequency must be a number above 0 but is "fast"\.\n\nUsage/);
  await Deno.remove(directory, { recursive: true });
});

Deno.test("deno task annotate ends with one sentence where no recording is named", async () => {
  const { code, error } = await runAnnotate();
  assert.equal(code, 1);
  assert.match(error, /^Name one or more recordings\.\n\nUsage: deno task annotate FILE/);
});

Deno.test("describe() tells counts by class, or that there is no beat", () => {
  const one = { letter: "N", beats: 1200, uncertain: 3, burden: 1 };
  const found = { page: "a.html", beats: 1200, classes: [one], uncertain: 3 };
  assert.equal(describe(found), "a.html: 1,200 beats, N 1,200; 3 uncertain");
  assert.equal(describe({ ...found, beats: 0 }), "a.html: no beats found");
});
