import { posix } from "node:path";
import { escapeHtml, htmlPage } from "lib/html/mod.ts";

/** A page of the site, all but what pages have in common. */
export interface Page {
  /** Its path in the site, such as "notebooks/01_explore.html". */
  path: string;
  title: string;
  /** The HTML between header and footer. */
  body: string;
}

/** Options of {@linkcode pageHtml}. */
export interface PageHtmlOptions {
  /** The pages that the header names, in order. */
  navigation: readonly { path: string; title: string }[];
}

/** A whole page: header with the way to the other pages, body, style and program by reference. */
export function pageHtml({ path, title, body }: Page, { navigation }: PageHtmlOptions): string {
  const to = (target: string) => posix.relative(posix.dirname(path), target);
  const links = navigation.map((page) =>
    page.path === path
      ? `<a aria-current="page">${escapeHtml(page.title)}</a>`
      : `<a href="${to(page.path)}">${escapeHtml(page.title)}</a>`
  );
  return htmlPage({
    title,
    head: `<link rel="stylesheet" href="${to("assets/site.css")}">
<script defer src="${to("assets/site.js")}" data-plotly="${to("assets/plotly.min.js")}"></script>`,
    body: `<header><nav>${links.join("\n")}</nav></header>
<main>
${body}
</main>`,
  });
}
