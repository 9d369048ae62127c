import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Notebook, readNotebook } from "lib/notebook/mod.ts";
import type { SitePlaces } from "./site_links.ts";

/** What a site is made of. */
export interface SiteSources {
  notebooks: { name: string; notebook: Notebook }[];
  /** The cards of the models that have one, in Markdown. */
  cards: { name: string; text: string }[];
  /** The pictures that the front page shows, by their paths in the site. */
  pictures: [path: string, content: Uint8Array][];
  /** Where in the site the files are that pages may name. */
  places: SitePlaces;
}

/** Reads what a site of the checkout `root` is made of; `front` is the front page's Markdown. */
export async function readSiteSources(
  root: string,
  { front }: { front: string },
): Promise<SiteSources> {
  const notebooks = await Promise.all(
    names(root, "notebooks").filter((file) => file.endsWith(".ipynb")).map(async (file) => ({
      name: basename(file, ".ipynb"),
      notebook: await readNotebook(join(root, "notebooks", file)),
    })),
  );
  const cards = names(root, "models")
    .map((name) => ({ name, path: join(root, "models", name, "README.md") }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => ({ name, text: readFileSync(path, "utf8") }));
  const shown = [...front.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, path]) => ({
    path: path!,
    place: `pictures/${basename(path!)}`,
  })).filter(({ path }) => existsSync(join(root, path)));
  return {
    notebooks,
    cards,
    pictures: shown.map(({ path, place }) => [place, readFileSync(join(root, path))]),
    places: new Map([
      ["README.md", "index.html"],
      ...notebooks.map(({ name }): Place => [`notebooks/${name}.ipynb`, `notebooks/${name}.html`]),
      ...cards.flatMap(({ name }): Place[] => [
        [`models/${name}`, `models/${name}.html`],
        [`models/${name}/README.md`, `models/${name}.html`],
      ]),
      ...shown.map(({ path, place }): Place => [path, place]),
    ]),
  };
}

type Place = [file: string, place: string];

function names(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
}
