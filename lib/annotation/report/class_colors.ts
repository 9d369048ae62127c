import { aamiClasses } from "lib/beats/mod.ts";

/**
 * The colours of the one table of classes as CSS variables, `--N` to `--Q`, a little darker on white paper and lighter
 * on dark: letters have them too. An element with a letter as its class has its colour as `--own`.
 */
export function classColors(): string {
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
