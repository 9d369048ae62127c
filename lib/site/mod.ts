/**
 * The site: stored notebooks, model cards and results as pages that need no server and no network.
 *
 * @module
 */
export type { LibraryDoor } from "./library_pages.ts";
export { buildSite, type BuildSiteOptions, type SiteFiles } from "./build_site.ts";
