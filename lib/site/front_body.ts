import { escapeHtml } from "lib/html/mod.ts";

/** A notebook as the front page lists it; paths in the site. */
export interface ListedNotebook {
  path: string;
  name: string;
  /** The question that it answers. */
  title: string;
  /** The first picture in it. */
  picture?: string;
}

/** The front page: the HTML of its Markdown with the notebooks where `[notebooks]` stands. */
export function frontBody(html: string, notebooks: readonly ListedNotebook[]): string {
  const items = notebooks.map(({ path, name, title, picture }) =>
    [
      `<li><a class="card" href="${path}">`,
      ...(picture
        ? [`<span class="paper"><img src="${picture}" alt="" loading="lazy"></span>`]
        : []),
      `<strong>${escapeHtml(title)}</strong><small>${escapeHtml(name)}</small></a></li>`,
    ].join("")
  );
  return html.replace("<p>[notebooks]</p>", () => `<ul class="cards">\n${items.join("\n")}\n</ul>`);
}
