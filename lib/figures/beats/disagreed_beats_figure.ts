import type { Dataset } from "lib/beats/mod.ts";
import type { Disagreement } from "lib/evaluation/mod.ts";
import { beatPanels, beatRow, beatTrace } from "./beat_panels.ts";
import { colorOfLetter } from "../scores/class_label.ts";
import type { Figure } from "../drawing/figure.ts";
import { panelRows } from "../drawing/panel_rows.ts";

/** Options of {@linkcode disagreedBeatsFigure}. */
export interface DisagreedBeatsFigureOptions {
  /** Beats to show at most, the first ones; 9 by default. */
  count?: number;
}

const columns = 3;

/** Characters that a panel has room for. */
const lineLength = 32;

/**
 * Beats that models predict as different classes, each in the colour of its actual class, with the models' predictions.
 *
 * @param found As `disagreements()` gives them, those first that all models are sure of.
 * @param dataset Holds their rows.
 */
export function disagreedBeatsFigure(
  found: readonly Disagreement[],
  dataset: Pick<Dataset, "inputs">,
  options: DisagreedBeatsFigureOptions = {},
): Figure {
  const { count = 9 } = options;
  const shown = found.slice(0, count);
  const titles = shown.map(panelText);
  const number = found.length.toLocaleString("en");
  return {
    data: shown.map(({ row, actual }, panel) =>
      beatTrace(beatRow(dataset, row), panel, colorOfLetter(actual))
    ),
    layout: {
      ...beatPanels(titles, { columns }),
      ...panelRows("Beats that models take for different classes", {
        rows: Math.ceil(shown.length / columns),
        columns,
        panel: 90,
        titleLines: Math.max(1, ...titles.map((text) => text.split("<br>").length)),
        subtitle: shown.length === 0
          ? "there are none"
          : `the first ${shown.length} of ${number}, in the colour of the actual class`,
      }),
      ...(shown.length === 0 ? { xaxis: { visible: false }, yaxis: { visible: false } } : {}),
    },
  };
}

/** The beat's place and class, then which models predict which class. */
function panelText({ record, time, actual, votes }: Disagreement): string {
  const place = record === "" ? "record unknown" : `record ${record}, ${time.toFixed(1)} s`;
  const camps = Map.groupBy(votes, ({ predicted }) => predicted);
  const lines = [...camps].flatMap(([letter, camp]) =>
    wrapped(`${letter}: ${camp.map(({ model }) => model).join(", ")}`)
  );
  return [`${place} · class ${actual}`, ...lines].join("<br>");
}

/** A list in lines that fit, broken after its commas. */
function wrapped(list: string): string[] {
  const [first, ...others] = list.split(/(?<=,) /);
  const lines = [first!];
  for (const name of others) {
    const longer = `${lines.at(-1)} ${name}`;
    if (longer.length > lineLength) lines.push(name);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
