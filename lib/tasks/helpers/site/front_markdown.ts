/** What a reader of results wants of the README: what it is, the notebooks, the results, the speed. */
export function frontMarkdown(readme: string): string {
  const [intro = "", ...sections] = readme.replaceAll(/<!--.*?-->\n*/gs, "").split(/^(?=## )/m);
  const named = (heading: string) =>
    sections.find((section) => section.startsWith(`## ${heading}\n`)) ?? "";
  return [
    intro,
    "## Notebooks\n\n[notebooks]\n\n",
    "## Your own recording\n\n[A page that labels the beats of an ECG](page.html) in the browser, as a single file; " +
    "nothing leaves the computer.\n\n",
    "## Library\n\n[The exports of each room](library.html), documented from the code.\n\n",
    ...["Results", "Speed", "Sources and licence"].map(named),
  ].join("");
}
