/** When something was written, to the second, as HTML. */
export function timeHtml(date: Date): string {
  const text = date.toISOString();
  return `<time datetime="${text}">${text.slice(0, 19).replace("T", " ")} UTC</time>`;
}
