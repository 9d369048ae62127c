import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { LibraryDoor } from "lib/site/mod.ts";
import { readRooms } from "../readme/house.ts";
import { libraries } from "./libraries.ts";

/** The doors of the rooms of `lib`, in the order of lib/rooms.json, then those of inner rooms. */
export function libraryDoors(lib: string): LibraryDoor[] {
  const rooms = Object.entries(readRooms(lib))
    .map(([name, { holds }]) => ({ name, path: `${name}/mod.ts`, holds }));
  const inner = Object.values(libraries).filter(({ entry }) => entry !== ".")
    .map(({ base, entry, description }) => {
      const name = posix.join(posix.relative("lib", base), entry);
      return { name, path: `${name}/mod.ts`, holds: description };
    });
  return [...rooms, ...inner].filter(({ path }) => existsSync(join(lib, path)));
}
