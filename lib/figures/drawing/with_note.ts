import type { Figure } from "./figure.ts";
import { figureLayout } from "./figure_layout.ts";

const noteHeight = 18;

/**
 * The figure with a conspicuous note beneath its title, above its subtitle if it has one.
 */
export function withNote(figure: Figure, note: string): Figure {
  const { layout } = figure;
  const { title = {}, margin, height = 400, width } = layout;
  const plain = figureLayout(title.text ?? "", { height: height + noteHeight, width });
  const subtitle = [`<span style="color:#b45309">${note}</span>`, title.subtitle?.text]
    .filter(Boolean).join("<br>");
  return {
    ...figure,
    layout: {
      ...layout,
      title: {
        ...plain.title,
        ...title,
        y: plain.title?.y,
        subtitle: { ...plain.title?.subtitle, ...title.subtitle, text: subtitle },
      },
      height: height + noteHeight,
      margin: { ...plain.margin, ...margin, t: (margin?.t ?? 84) + noteHeight },
    },
  };
}
