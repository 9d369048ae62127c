import { darkColor } from "lib/figures/mod.ts";

/**
 * Drawings whose colours follow the theme of the reader's system: each colour becomes a variable
 * of the style, which has the colour itself where paper is white and its counterpart where it is
 * dark. Paper becomes the page's own, `--paper`.
 *
 * @param svgs as Plotly writes them, colours as `rgb(R, G, B)`.
 */
export function themedSvgs(svgs: readonly string[]): { svgs: string[]; style: string } {
  const colors = new Map<string, [number, number, number]>();
  const themed = svgs.map((svg) =>
    svg.replaceAll(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...parts) => {
      const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map(Number);
      const name = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
      if (name === "ffffff") return "var(--paper)";
      colors.set(name, [red, green, blue]);
      return `var(--c${name})`;
    })
  );
  const light = [...colors.keys()].map((name) => `--c${name}:#${name}`);
  const dark = [...colors].map(([name, color]) => `--c${name}:rgb(${darkColor(color).join()})`);
  const style = `:root{${light.join(";")}}\n` +
    `@media (prefers-color-scheme:dark){:root{${dark.join(";")}}}`;
  return { svgs: themed, style };
}
