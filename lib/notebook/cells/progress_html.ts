import { Buffer } from "node:buffer";
import { figurePng, trainingProgressFigure } from "lib/figures/mod.ts";
import type { TrainingState } from "./training_state.ts";
import type { TrainingWords } from "./training_words.ts";

/**
 * The shortest time between two pictures, as a multiple of what drawing one takes, so that training
 * is not slowed down.
 */
const drawingShare = 15;

/**
 * Returns a function that gives a running training as HTML: the words are made each time, the
 * picture of the curves only as often as time allows.
 *
 * @param note stands beneath the words.
 */
export function createProgressHtml(
  note: string | undefined,
): (state: TrainingState, words: TrainingWords) => Promise<string> {
  let picture = "";
  let next = 0;
  return async (state, { title, lines }) => {
    const start = performance.now();
    if (state.points.length > 1 && start >= next) {
      picture = Buffer.from(await figurePng(trainingProgressFigure(state))).toString("base64");
      const end = performance.now();
      // The first drawing also loads Plotly, so its time says nothing about later ones.
      next = next === 0 ? end : end + drawingShare * (end - start);
    }
    const bar = `<progress value="${state.done}" max="${state.epochs}"></progress>`;
    return [
      `<div><strong>${title}</strong> ${bar}</div>`,
      ...[...lines, note].filter(Boolean).map((line) => `<div>${line}</div>`),
      ...(picture === "" ? [] : [`<img alt="curves" src="data:image/png;base64,${picture}">`]),
    ].join("\n");
  };
}
