import { join } from "node:path";
import { codeLines, houseDrawing, houseTable, lineRooms, readRooms } from "./house.ts";
import { fillSection } from "./readme_sections.ts";

/** The page about lib with its drawing and its table as the rooms are. */
export function filledHouse(text: string, root: string): string {
  const lib = join(root, "lib");
  const rooms = readRooms(lib);
  const lines = codeLines(lib, rooms);
  // Rounded, so that few changes of the code change this page.
  const some = (names: string[]) => {
    const exact = names.reduce((sum, name) => sum + lines[name]!, 0);
    return `about ${(500 * Math.round(exact / 500)).toLocaleString("en")}`;
  };
  const note = `The line itself (${lineRooms.join(", ")}; bold) has ${
    some(lineRooms)
  } lines of code, without comments. The engine (tensorflow, ${
    some(["tensorflow"])
  }) and the sweeps (sweeps and wandb, ${
    some(["sweeps", "wandb"])
  }) are separate libraries beside it.`;
  return fillSection(
    text,
    "house",
    [houseDrawing(rooms), note, houseTable(rooms)].join("\n\n"),
  );
}
