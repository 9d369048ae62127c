import type { History } from "lib/training/mod.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, figureLayout } from "../drawing/figure_layout.ts";
import { epochTicks } from "./loss_figure.ts";
import { modelStyle } from "../scores/model_style.ts";
import { rounded } from "../drawing/rounded.ts";

/** The macro-F1 on the validation rows after each epoch of several trainings, the best of each marked. */
export function epochScoresFigure(
  trainings: readonly { name: string; history: Pick<History, "epochs" | "bestEpoch"> }[],
): Figure {
  const longest = Math.max(1, ...trainings.map(({ history }) => history.epochs.length));
  return {
    data: trainings.map(({ name, history: { epochs, bestEpoch } }, index) => {
      const { color, dash, symbol } = modelStyle(index);
      return {
        type: "scatter",
        mode: "lines+markers",
        name,
        x: epochs.map(({ epoch }) => epoch),
        y: rounded(epochs.map(({ valMacroF1 }) => valMacroF1), 4),
        line: { color, dash, width: 2 },
        marker: { symbol, size: epochs.map(({ epoch }) => epoch === bestEpoch ? 11 : 5) },
        hovertemplate: `epoch %{x}: %{y:.4f}<extra>${name}</extra>`,
      };
    }),
    layout: {
      ...figureLayout("Validation macro-F1 of each epoch", {
        subtitle: trainings.length === 0
          ? "there is no training to show"
          : "large mark: the best epoch, whose weights are kept",
        names: trainings.length,
      }),
      xaxis: axis("epoch", epochTicks(longest)),
      yaxis: axis("macro-F1 on the validation rows"),
      showlegend: true,
    },
  };
}
