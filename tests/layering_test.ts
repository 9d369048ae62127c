import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import roomsOfLib from "../lib/rooms.json" with { type: "json" };

const ALL = "all";

/** Which rooms of lib a room's code may import; types may come from any room. */
const rooms = Object.fromEntries(
  Object.entries(roomsOfLib as Record<string, { imports: string | string[] }>)
    .map(([name, { imports }]) => [name, imports]),
);

const LONGEST_FILE = 250;
const LONGEST_TASK = 70;
const FULLEST_FOLDER = 17;

/** What `import ... from "ecg-beats"` loads. */
const oneDoor = "lib/mod.ts";

const root = dirname(import.meta.dirname!);
const files = readdirSync(join(root, "lib"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  .sort();
const imports = await codeImports(files);

Deno.test("every file of lib but the one door lies in a room that the table names", () => {
  const rest = files.filter((file) => !Object.hasOwn(rooms, roomOf(file)));
  assert.deepEqual(rest, ["lib/mod.ts"]);
});

Deno.test("a room's code imports only the rooms that the table allows it", () => {
  const wrong = imports.filter(({ from, to }) => {
    if (!to.startsWith("lib/") || roomOf(from) === roomOf(to) || from === oneDoor) return false;
    const allowed = rooms[roomOf(from)];
    return allowed !== ALL && !allowed?.includes(roomOf(to));
  });
  assert.deepEqual(wrong, []);
});

Deno.test("code of another room is imported through its mod.ts", () => {
  const wrong = imports.filter(({ from, to }) =>
    to.startsWith("lib/") && roomOf(from) !== roomOf(to) && to !== `lib/${roomOf(to)}/mod.ts` &&
    !(from === oneDoor && roomOf(to) === "doors")
  );
  assert.deepEqual(wrong, []);
});

Deno.test("no room imports the one door, whose short names are for notebooks and scripts", () => {
  const wrong = imports.filter(({ from, to }) =>
    from !== oneDoor && (to === oneDoor || roomOf(to) === "doors")
  );
  assert.deepEqual(wrong, []);
});

Deno.test("set-up imports nothing that has to be installed", () => {
  const wrong = imports.filter(({ from, to }) =>
    roomOf(from) === "setup" && !to.startsWith("lib/setup/") && !to.startsWith("node:")
  );
  assert.deepEqual(wrong, []);
});

Deno.test("no code of lib comes from a web address or from JSR", () => {
  assert.deepEqual(imports.filter(({ to }) => /^(https?|jsr):/.test(to)), []);
});

Deno.test("no files of lib import each other in a circle", () => {
  assert.deepEqual(findCycle(imports), []);
});

Deno.test("findCycle() names the files of a circle and passes a diamond", () => {
  const [a, b, c, d] = ["lib/a.ts", "lib/b.ts", "lib/c.ts", "lib/d.ts"] as const;
  const diamond = [{ from: a, to: b }, { from: a, to: c }, { from: b, to: d }, { from: c, to: d }];
  assert.deepEqual(findCycle(diamond), []);
  assert.deepEqual(findCycle([...diamond, { from: d, to: b }]), [b, d, b]);
});

Deno.test("a door names what it hands out", () => {
  const doors = files.filter((file) => file.endsWith("/mod.ts") || roomOf(file) === "doors");
  // A namespace has a name: `export * as beats`.
  const everything = /^export \*(?! as )/m;
  assert.deepEqual(
    doors.filter((file) => everything.test(readFileSync(join(root, file), "utf8"))),
    [],
  );
});

Deno.test(`no file of lib is longer than ${LONGEST_FILE} lines`, () => {
  const long = files.filter((file) => lineCount(file) > LONGEST_FILE);
  assert.deepEqual(long, []);
});

Deno.test(`no task's program is longer than ${LONGEST_TASK} lines`, () => {
  const long = files.filter((file) => /^lib\/tasks\/[^/]+$/.test(file))
    .map((file) => ({ file, lines: lineCount(file) })).filter(({ lines }) => lines > LONGEST_TASK);
  assert.deepEqual(long, []);
});

Deno.test(`no folder of lib has more than ${FULLEST_FOLDER} files, but lib/tasks, one a command`, () => {
  const folders = Map.groupBy(files, dirname);
  folders.delete("lib/tasks");
  const full = [...folders].map(([folder, own]) => ({ folder, files: own.length }));
  assert.deepEqual(full.filter(({ files }) => files > FULLEST_FOLDER), []);
});

/** One file's import of code; `to` is a path in the checkout or, from elsewhere, a specifier. */
interface Import {
  from: string;
  to: string;
}

/** The imports of code, not those of types alone, in the graph that Deno sees. */
async function codeImports(files: string[]): Promise<Import[]> {
  const entry = files.map((file) => `import "${pathToFileURL(join(root, file))}";`).join("");
  const output = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", `data:application/typescript,${encodeURIComponent(entry)}`],
    cwd: root,
  }).output();
  const { modules } = JSON.parse(new TextDecoder().decode(output.stdout)) as {
    modules: {
      specifier: string;
      dependencies?: { specifier: string; code?: { specifier?: string } }[];
    }[];
  };
  const seen = new Set(modules.map(({ specifier }) => place(specifier)));
  assert.deepEqual(files.filter((file) => !seen.has(file)), [], "files missing in the graph");
  return modules.filter(({ specifier }) => specifier.startsWith("file:")).flatMap((module) =>
    (module.dependencies ?? []).filter(({ code }) => code).map(({ specifier, code }) => ({
      from: place(module.specifier),
      to: place(code?.specifier ?? specifier),
    }))
  ).filter(({ from }) => from.startsWith("lib/"));
}

function lineCount(file: string): number {
  return readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;
}

function place(specifier: string): string {
  if (!specifier.startsWith("file:")) return specifier;
  return relative(root, fileURLToPath(specifier)).replaceAll("\\", "/");
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** The first circle found, as the files along it; empty when there is none. */
function findCycle(imports: readonly Import[]): string[] {
  const importedBy = Map.groupBy(imports, ({ from }) => from);
  const finished = new Set<string>();
  const follow = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return [];
    for (const { to } of importedBy.get(file) ?? []) {
      const cycle = follow(to, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(file);
    return [];
  };
  for (const file of importedBy.keys()) {
    const cycle = follow(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
