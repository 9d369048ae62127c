import {
  bestSoFarFigure,
  earlyStoppingFigure,
  type Figure,
  parallelCoordinatesFigure,
  parameterImportanceFigure,
} from "lib/figures/mod.ts";
import { bestSoFar, type ParameterColumn, parameterImportance } from "lib/sweeps/mod.ts";
import type { PageRun } from "./page_run.ts";

/** Fewer results than these say nothing about parameters. */
const fewest = 5;
/** More axes than these, or more words on one of them, nobody can read. */
const [mostAxes, mostLevels] = [9, 12];
/** There are no more styles to tell searches apart by. */
const mostSearches = 9;

/** Options of {@linkcode runsFigures}. */
export interface RunsFiguresOptions {
  /** Name of the metric. */
  metric: string;
  /** Whether less or more of the metric is better. */
  goal: "minimize" | "maximize";
  /** The parameters, each with one value a run. */
  columns: readonly ParameterColumn[];
  /** Epochs at which early stopping compared the runs. */
  bands?: readonly number[];
  /** Takes the place of the curves of all runs. */
  curves?: Figure;
}

/** A figure with what names inside its drawing begin with. */
export interface NamedFigure {
  id: string;
  figure: Figure;
}

/**
 * The figures that a page of runs shows, of the runs that have ended with a finite result: the best
 * so far, parameters and results, what parameters alone say, and the curves. A line of the
 * parameters' figure has as its `uid` the letter "r" and the run's place. None before the first
 * result.
 */
export function runsFigures(
  runs: readonly PageRun[],
  options: RunsFiguresOptions,
): NamedFigure[] {
  const { metric, goal, curves, bands } = options;
  const results = runs.map(({ ended, best }) => ended ? best : NaN);
  const known = results.filter(Number.isFinite).length;
  if (known === 0) return [];
  const importance = parameterImportance(options.columns, results);
  const columns = drawableColumns(options.columns, {
    runs: runs.length,
    names: known < fewest ? [] : importance.map(({ name }) => name),
  });
  const drawn = importance.filter(({ name }) => columns.some((column) => column.name === name));
  return [
    { id: "best", figure: bestFigure(runs, options) },
    ...(columns.length > 0
      ? [{ id: "parameters", figure: linkedParallels(runs, { ...options, columns, results }) }]
      : []),
    ...(drawn.length > 0 && known >= fewest
      ? [{ id: "importance", figure: parameterImportanceFigure(drawn, { metric }) }]
      : []),
    {
      id: "curves",
      figure: curves ??
        earlyStoppingFigure(runs.filter(({ ended }) => ended), { metric, goal, bands }),
    },
  ];
}

/** In their own order; the most telling where there are too many. */
function drawableColumns(
  columns: readonly ParameterColumn[],
  { runs, names }: { runs: number; names: readonly string[] },
): ParameterColumn[] {
  const readable = columns.filter(({ levels = [] }) =>
    levels.length <= mostLevels && (levels.length < runs || runs <= 3)
  );
  const telling = names.length > 0
    ? readable.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name))
    : readable;
  const kept = new Set(telling.slice(0, mostAxes));
  return readable.filter((column) => kept.has(column));
}

/** One course a group, the groups with the most runs where there are too many. */
function bestFigure(
  runs: readonly PageRun[],
  { metric, goal }: { metric: string; goal: "minimize" | "maximize" },
): Figure {
  const ended = runs.filter((run) => run.ended);
  const groups = [...Map.groupBy(ended, ({ group = "" }) => group)]
    .sort(([, a], [, b]) => b.length - a.length).slice(0, mostSearches);
  const timed = ended.every(({ endedAfter }) => endedAfter !== undefined);
  const courses = groups.map(([name, members]) => {
    const inOrder = timed ? members.toSorted((a, b) => a.endedAfter! - b.endedAfter!) : members;
    const results = inOrder.map(({ best }) => best);
    const minutes = timed ? inOrder.map(({ endedAfter }) => endedAfter! / 60) : undefined;
    return { name, results, best: bestSoFar(results, goal), minutes };
  });
  return bestSoFarFigure(courses, { metric });
}

function linkedParallels(
  runs: readonly PageRun[],
  { columns, results, metric, goal }: RunsFiguresOptions & { results: readonly number[] },
): Figure {
  // The place stands for the name: two searches may call runs alike.
  const names = runs.map((_, place) => `r${place}`);
  const figure = parallelCoordinatesFigure(columns, { results, metric, goal, names });
  // On dark paper what is good is light.
  const subtitle = {
    ...figure.layout.title?.subtitle,
    text: `one line a run: the stronger, the better its ${metric}`,
  };
  return {
    layout: { ...figure.layout, title: { ...figure.layout.title, subtitle } },
    data: figure.data.map((trace) => ({ ...trace, uid: (trace as { name?: string }).name })),
  };
}
