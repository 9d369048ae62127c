import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { replaceFolder } from "lib/files/mod.ts";
import type { SiteFiles } from "lib/site/mod.ts";

/** Writes the files into a folder of their own, which is replaced as a whole; returns their bytes. */
export async function writeSite(folder: string, files: SiteFiles): Promise<number> {
  const isOurs = existsSync(join(folder, "assets/site.css"));
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isOurs) {
    throw new Error(
      `Cannot write the site to ${folder}: it must be empty or hold an earlier site.`,
    );
  }
  let bytes = 0;
  await replaceFolder(folder, async (part) => {
    for (const [path, content] of files) {
      const data = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await mkdir(dirname(join(part, path)), { recursive: true });
      await Deno.writeFile(join(part, path), data);
      bytes += data.length;
    }
  });
  return bytes;
}
