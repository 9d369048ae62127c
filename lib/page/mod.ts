/**
 * The page that labels recordings by itself: one HTML file with the library's own code in it.
 *
 * @module
 */

export { buildPage, type PageModel, type PageOptions } from "./build_page.ts";
export type { CarriedModel } from "./messages.ts";
