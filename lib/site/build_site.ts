import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { baseStyle } from "lib/html/mod.ts";
import { cellSource, type Notebook } from "lib/notebook/mod.ts";
import { frontBody } from "./front_body.ts";
import { libraryBody, type LibraryDoor, libraryPages } from "./library_pages.ts";
import { notebookHtml, notebookTexts } from "./notebook_html.ts";
import { narrowTables } from "./narrow_tables.ts";
import { type Page, pageHtml } from "./page_html.ts";
import { renderTexts } from "./render_texts.ts";
import { siteLinks } from "./site_links.ts";
import { readSiteSources } from "./site_sources.ts";
import { tidyHtml } from "./tidy_html.ts";

/** The site's files by path, with "/". */
export type SiteFiles = Map<string, string | Uint8Array>;

/** Options of {@linkcode buildSite}. */
export interface BuildSiteOptions {
  /** The Python that has nbconvert. */
  python: string;
  /**
   * The front page's Markdown, with links as in the README; the list of notebooks comes where the
   * line `[notebooks]` is.
   */
  front: string;
  /** The doors to document, in the order to list them; without any there is no such page. */
  doors?: readonly LibraryDoor[];
  /** The page that labels recordings, which becomes `page.html`; without it there is none. */
  labelling?: string;
}

/**
 * Makes a site of the checkout `root`: a front page, each stored notebook, each model's card, one
 * copy of Plotly that their figures share, and the library's documentation. Its pages ask nothing of a server or the network.
 *
 * @throws {Error} when a page shows a picture that is not there.
 */
export async function buildSite(root: string, options: BuildSiteOptions): Promise<SiteFiles> {
  const { front, python, doors = [], labelling } = options;
  const { notebooks, cards, pictures, ...sources } = await readSiteSources(root, { front });
  const markdown = [...cards.map(({ text }) => text), narrowTables(front)];
  const texts = (await renderTexts([
    ...notebooks.flatMap(({ notebook }) => notebookTexts(notebook)),
    ...markdown.map((text) => ({ kind: "markdown" as const, text })),
  ], { python })).values();

  const documented = doors.length > 0 ? await libraryPages(root, doors) : [];
  const files: SiteFiles = new Map([...assets(), ...pictures, ...documented]);
  if (labelling !== undefined) files.set("page.html", labelling);
  const notebookPages = notebooks.map(({ name, notebook }) => {
    const { body, pictures } = notebookHtml(notebook, { name, texts });
    pictures.forEach(({ path, content }) => files.set(path, content));
    const [path, source] = [`notebooks/${name}.html`, `notebooks/${name}.ipynb`];
    return { path, source, body, name, title: question(notebook), picture: pictures[0]?.path };
  });
  const cardPages = cards.map(({ name }): SourcedPage => ({
    path: `models/${name}.html`,
    source: `models/${name}/README.md`,
    title: `The model ${name}`,
    body: texts.next().value!,
  }));
  const frontPage = {
    path: "index.html",
    source: "README.md",
    title: front.match(/^# (.*)$/m)?.[1] ?? "Notebooks",
    body: frontBody(texts.next().value!, notebookPages),
  };
  const library: SourcedPage[] = doors.length === 0 ? [] : [{
    path: "library.html",
    source: "README.md",
    title: "The library",
    body: libraryBody(doors),
  }];
  const navigation = [
    frontPage,
    ...notebookPages.map(({ path, name }) => ({ path, title: name.replaceAll("_", " ") })),
    ...library.map(({ path }) => ({ path, title: "library" })),
    ...(labelling === undefined ? [] : [{ path: "page.html", title: "your own ECG" }]),
  ];
  const pages: SourcedPage[] = [frontPage, ...notebookPages, ...library, ...cardPages];
  // What is named as it lies in the site stays as it is.
  const own = [...files.keys(), ...pages.map(({ path }) => path)];
  const places = new Map([...own.map((path) => [path, path] as const), ...sources.places]);
  for (const page of pages) {
    const { source, path } = page;
    const body = siteLinks(tidyHtml(page.body), { source, page: path, places });
    files.set(path, pageHtml({ ...page, body }, { navigation }));
  }
  return files;
}

/** A page and the file of the checkout that it was made from. */
interface SourcedPage extends Page {
  source: string;
}

/** The notebook's first heading. */
function question({ cells }: Notebook): string {
  const heading = cells.map((cell) => cellSource(cell).match(/^# (.*)$/m)?.[1]);
  return heading.find((text) => text !== undefined) ?? "Notebook";
}

function assets(): [path: string, content: string | Uint8Array][] {
  const read = (name: string) => readFileSync(join(import.meta.dirname!, name), "utf8");
  const plotly = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
  return [
    ["assets/site.css", `${baseStyle()}\n\n${read("site.css")}`],
    ["assets/site.js", read("site.js")],
    ["assets/plotly.min.js", readFileSync(plotly)],
  ];
}
