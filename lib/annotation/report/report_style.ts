import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aamiClasses } from "lib/beats/mod.ts";
import { baseStyle } from "lib/html/mod.ts";

/**
 * The style of reports as CSS: text, tables, buttons and canvases for light and dark paper, and the colours of classes,
 * `--N` to `--Q`. An element with a letter as its class has its colour as `--own`.
 */
export function reportStyle(): string {
  const path = join(import.meta.dirname!, "report.css");
  return `${baseStyle()}\n\n${readFileSync(path, "utf8").trimEnd()}\n${classColors()}`;
}

/** The colours of the one table of classes, a little darker on white paper and lighter on dark: letters have them too. */
function classColors(): string {
  const [light, dark] = [0, 255].map((other) =>
    aamiClasses.map(({ letter, color }) => {
      const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
      const share = other === 0 ? 0.85 : 0.75;
      const mixed = channels.map((one) => Math.round(share * one + (1 - share) * other));
      return `--${letter}: rgb(${mixed.join(" ")});`;
    }).join(" ")
  );
  const rules = aamiClasses.map(({ letter }) => `.${letter} { --own: var(--${letter}); }`);
  return `:root { ${light} }\n@media (prefers-color-scheme: dark) { :root { ${dark} } }\n${
    rules.join("\n")
  }`;
}
