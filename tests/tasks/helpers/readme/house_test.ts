import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeLines, houseDrawing, houseTable } from "lib/tasks/helpers/readme/house.ts";

const rooms = {
  wfdb: { holds: "records", never: "classes", imports: [] },
  beats: { holds: "rows", never: "models", imports: ["wfdb"] },
  wandb: { holds: "runs", never: "search", imports: [] },
  tasks: { holds: "programs", never: "code for two", imports: "all" as const },
};
const root = join(import.meta.dirname!, "../../../..");

Deno.test("houseDrawing() has an arrow for each room that another one may import", () => {
  const lines = houseDrawing(rooms).split("\n");
  assert.deepEqual(lines.slice(1, 4), ["flowchart LR", "  wfdb --> beats", "  wandb"]);
});

Deno.test("houseTable() has a row for each room", () => {
  const table = houseTable(rooms).split("\n");
  assert.equal(table.length, 2 + 4);
  assert.equal(table[2], "| [wfdb](wfdb) | records | classes |");
});

Deno.test("codeLines() counts neither comments nor empty lines", () => {
  const lib = Deno.makeTempDirSync();
  Deno.mkdirSync(join(lib, "wfdb/inner"), { recursive: true });
  Deno.writeTextFileSync(join(lib, "wfdb/a.ts"), "/** Doc.\n * More. */\nconst a = 1;\n\n// why\n");
  Deno.writeTextFileSync(join(lib, "wfdb/inner/b.ts"), "const b = 2;\nconst c = 3; // kept\n");
  assert.deepEqual(codeLines(lib, { wfdb: rooms.wfdb }), { wfdb: 3 });
  Deno.removeSync(lib, { recursive: true });
});

Deno.test("the page about lib names files that are there", () => {
  const text = readFileSync(join(root, "lib/README.md"), "utf8");
  const paths = [...text.matchAll(/`([\w/]+\.(?:ts|py|json|md))`/g)].map(([, path]) => path!);
  const missing = paths.filter((path) =>
    !["", "lib", "lib/tensorflow", "tests/wfdb", "lib/training"]
      .some((folder) => existsSync(join(root, folder, path)))
  );
  assert.ok(paths.length > 20);
  assert.deepEqual(missing, []);
});
