// What pages of HTML share.
export { baseStyle } from "./base_style.ts";
export { escapeHtml } from "./escape_html.ts";
export { type HtmlPage, htmlPage } from "./html_page.ts";
export { timeHtml } from "./time_html.ts";
