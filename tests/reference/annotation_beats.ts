// Writes annotation files for annotation_beats.py to read, which says how to run it.
import { join } from "node:path";
import { beatAnnotations } from "lib/annotation/mod.ts";
import { encodeAnnotations } from "lib/wfdb/mod.ts";
import { beatCases } from "../annotation/beat_cases.ts";

for (const [name, recording] of Object.entries(beatCases)) {
  const bytes = encodeAnnotations(beatAnnotations(recording));
  await Deno.writeFile(join(Deno.args[0]!, `${name}.beats`), bytes);
}
