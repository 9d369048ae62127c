/**
 * The site: stored notebooks, model cards, results and runs as pages that need no server and no
 * network.
 *
 * @module
 */

// All of it, a folder of pages.
export type { LibraryDoor } from "./library_pages.ts";
export { buildSite, type BuildSiteOptions, type SiteFiles } from "./build_site.ts";

// A search, or other runs side by side, as one page that needs no other file.
export type { RunsFiguresOptions } from "./runs/runs_figures.ts";
export { type PageRun, runsPage, type RunsPageOptions } from "./runs/runs_page.ts";
