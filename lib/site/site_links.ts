import { posix } from "node:path";

/** Where the files of the checkout are in the site; both are paths with "/". */
export type SitePlaces = ReadonlyMap<string, string>;

/** Options of {@linkcode siteLinks}. */
export interface SiteLinksOptions {
  /** The file of the checkout that the HTML was made from. */
  source: string;
  /** The page of the site that it is for. */
  page: string;
  places: SitePlaces;
}

/**
 * Points the links and pictures of HTML, which are to files of the checkout, to where those are in
 * the site. A link to a file that is not there becomes plain text; one to the web or to a place in
 * the same page stays.
 *
 * @throws {Error} when a picture is not in the site.
 */
export function siteLinks(html: string, options: SiteLinksOptions): string {
  return html
    .replaceAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (link, target: string, text) => {
      const found = siteTarget(target, options);
      if (found === undefined) return text;
      return link.replace(`href="${target}"`, `href="${found}"`);
    })
    .replaceAll(/(<img\b[^>]*?src=")([^"]*)(")/g, (_, before, target: string, after) => {
      const found = siteTarget(target, options);
      if (found !== undefined) return `${before}${found}${after}`;
      throw new Error(`Cannot make ${options.page}: its picture "${target}" is not in the site`);
    });
}

function siteTarget(target: string, { source, page, places }: SiteLinksOptions) {
  if (/^(#|\w+:)/.test(target)) return target;
  const [path = "", anchor] = target.split("#");
  const file = posix.join(posix.dirname(source), path).replace(/\/$/, "");
  const place = places.get(file);
  if (place === undefined) return undefined;
  const found = posix.relative(posix.dirname(page), place);
  return anchor === undefined ? found : `${found}#${anchor}`;
}
