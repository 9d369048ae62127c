import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { escapeHtml } from "lib/html/mod.ts";

/** A door of the library: what other code may import of a room. */
export interface LibraryDoor {
  /** The room. */
  name: string;
  /** Its file, below lib. */
  path: string;
  /** What the room is for. */
  holds: string;
}

/**
 * The documentation of all that doors hand out, by Deno's generator, as files of the site below `api`.
 *
 * Deno's own front page shows nothing of several doors; the site's page `library.html` takes its place.
 *
 * @param root The checkout.
 * @throws {Error} where Deno cannot document a door.
 */
export async function libraryPages(
  root: string,
  doors: readonly LibraryDoor[],
): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "api-"));
  try {
    await documentDoors(join(root, "lib"), { doors, folder });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .filter((path) => path !== "index.html").sort();
    return new Map(
      await Promise.all(paths.map(async (path): Promise<[string, string]> => {
        const text = await readFile(join(folder, path), "utf8");
        if (path === "page.css") return [`api/${path}`, text + narrowPages];
        return [`api/${path}`, path.endsWith(".html") ? sitePage(text, path) : text];
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Style that keeps pages within narrow windows, as Deno's does not. */
const narrowPages = `
.ddoc > div { min-width: 0; }
.ddoc pre { overflow-x: auto; }
@media not all and (width >= 640px) {
  #topnav { height: auto; background-color: Canvas; }
  #topnav > div { flex-wrap: wrap; height: auto; gap: 0.5rem; }
}
`;

/** The body of the page that leads to the doors. */
export function libraryBody(doors: readonly LibraryDoor[]): string {
  const items = doors.map(({ name, path, holds }) =>
    `<li><a href="api/${path}/index.html">${escapeHtml(name)}</a>: ${escapeHtml(holds)}</li>`
  );
  return `<h1>The library</h1>
<p>The exports of each room, documented from the code; <a href="api/all_symbols.html">all of it on
one page</a>.</p>
<ul>
${items.join("\n")}
</ul>`;
}

async function documentDoors(
  lib: string,
  { doors, folder }: { doors: readonly LibraryDoor[]; folder: string },
): Promise<void> {
  const paths = doors.map(({ path }) => path);
  const command = new Deno.Command(Deno.execPath(), {
    args: ["doc", "--quiet", "--html", "--name=ecg-beats", `--output=${folder}`, ...paths],
    cwd: lib,
    env: { NO_COLOR: "1" },
  });
  const { success, stderr } = await command.output();
  if (success) return;
  throw new Error(`Cannot document the library: ${new TextDecoder().decode(stderr).trim()}`);
}

/**
 * A page of Deno's generator without what is of no use in the site: links to source files of the
 * computer that made it, and drawings in place of signs, which are two thirds of its bytes.
 */
function sitePage(html: string, path: string): string {
  const toSite = posix.relative(posix.dirname(`api/${path}`), ".");
  return html
    .replaceAll(/<a\s+class="sourceButton".*?<\/a>/gs, "")
    .replaceAll(/<button class="copyButton".*?<\/button>/gs, "")
    .replaceAll(/(<a [^>]*class="anchor"[^>]*>)<svg.*?<\/svg>\s*/gs, "$1#")
    .replaceAll(/(<span class="text-black dark:text-white">)<svg.*?<\/svg>\s*/gs, "$1&rsaquo;")
    // Deno's search counts its way to the root by this, which it leaves empty on doors' own pages.
    .replace(
      /(<meta name="doc-current-file" content=")"/,
      path.endsWith("/index.html") ? `$1${path.split("/").slice(1, -1).join("/")}"` : "$&",
    )
    .replaceAll(
      /href="[^"]*"( class="contextLink">ecg-beats<)/g,
      `href="${toSite}/library.html"$1`,
    );
}
