import assert from "node:assert/strict";
import { join } from "node:path";
import { libraryDoors } from "lib/tasks/helpers/pack/library_doors.ts";

Deno.test("libraryDoors() names the doors of rooms and of libraries in them", () => {
  const doors = libraryDoors(join(import.meta.dirname!, "../../../../lib"));
  const paths = doors.map(({ path }) => path);
  assert.ok(paths.includes("wfdb/mod.ts") && paths.includes("beats/mod.ts"));
  assert.equal(paths.at(-1), "sweeps/search/mod.ts");
  assert.ok(!paths.includes("tasks/mod.ts"), "a room without a door");
  assert.equal(doors.find(({ name }) => name === "random")?.holds, "seeded random numbers");
});
