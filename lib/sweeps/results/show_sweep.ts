import type { SweepStatus } from "../runner/run_sweep.ts";
import { sweepTable, trialLine } from "./sweep_table.ts";

/** Where a sweep is shown. */
export interface ShowSweepOptions {
  /** Prints text. */
  write: (text: string) => void;
  /** The size of the terminal, undefined where there is none. */
  terminal?: () => { columns: number; rows: number };
}

/**
 * Returns a function that shows a sweep while it runs: in a terminal a table that is redrawn when
 * it changes, elsewhere one line for each trial that ends.
 */
export function showSweep(options: ShowSweepOptions): (status: SweepStatus) => void {
  const { write, terminal } = options;
  if (!terminal) return linePrinter(write);
  let drawn = 0;
  let before = "";
  return (status) => {
    const { columns, rows } = terminal();
    const text = sweepTable(status, { width: columns, rows: Math.max(1, rows - 5) });
    if (text === before) return;
    const up = drawn > 1 ? `\x1b[${drawn - 1}A` : "";
    write(`${drawn ? `\r${up}\x1b[J` : ""}${text}`);
    before = text;
    drawn = text.split("\n").length;
  };
}

function linePrinter(write: (text: string) => void): (status: SweepStatus) => void {
  const shown = new Set<string>();
  return (status) => {
    for (const trial of status.trials) {
      if (!trial.outcome || shown.has(trial.run)) continue;
      shown.add(trial.run);
      write(trialLine(trial, status) + "\n");
    }
  };
}
