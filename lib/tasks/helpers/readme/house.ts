import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What lib/rooms.json says of a room. */
export interface Room {
  /** What belongs in it. */
  holds: string;
  /** What never does. */
  never: string;
  /** Rooms whose code its code may import. */
  imports: "all" | string[];
}

/** All rooms by name. */
export type Rooms = Record<string, Room>;

/** The rooms from a record to a model's scores: what a reader of the line reads. */
export const lineRooms = ["wfdb", "beats", "models", "training", "evaluation"];

/** The rooms of lib, from lib/rooms.json. */
export function readRooms(lib: string): Rooms {
  return JSON.parse(readFileSync(join(lib, "rooms.json"), "utf8"));
}

/** The rooms and which code imports which, as a drawing in Mermaid's language; without those that import all. */
export function houseDrawing(rooms: Rooms): string {
  const arrows = Object.entries(rooms).flatMap(([name, { imports }]) =>
    imports === "all" ? [] : imports.map((other) => `  ${other} --> ${name}`)
  );
  const alone = Object.entries(rooms)
    .filter(([name, { imports }]) =>
      imports.length === 0 && !arrows.some((arrow) => arrow.includes(` ${name} -->`))
    ).map(([name]) => `  ${name}`);
  const line = `  class ${lineRooms.join(",")} line`;
  const style = "  classDef line stroke-width:3px";
  return ["```mermaid", "flowchart LR", ...arrows, ...alone, style, line, "```"].join("\n");
}

/** A table of the rooms: what belongs in each, and what never does. */
export function houseTable(rooms: Rooms): string {
  const rows = Object.entries(rooms)
    .map(([name, { holds, never }]) => `| [${name}](${name}) | ${holds} | ${never} |`);
  return ["| room | contains | never contains |", "| --- | --- | --- |", ...rows]
    .join("\n");
}

/** Lines of TypeScript in each room that are neither empty nor comments. */
export function codeLines(lib: string, rooms: Rooms): Record<string, number> {
  return Object.fromEntries(
    Object.keys(rooms).map((name) => {
      const files = readdirSync(join(lib, name), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"));
      const counts = files.map((file) => countLines(readFileSync(join(lib, name, file), "utf8")));
      return [name, counts.reduce((sum, count) => sum + count, 0)];
    }),
  );
}

function countLines(code: string): number {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, "").split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
}
