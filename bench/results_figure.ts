import { axis, type Figure, figureLayout, inks, withNote } from "lib/figures/mod.ts";
import { machineText } from "./describe_machine.ts";
import { contenderNames, timeText } from "./results_table.ts";
import type { BenchmarkResult } from "./summarize.ts";

/** Colours of Okabe and Ito, which the colour-blind can tell apart. */
const colors: Record<string, string> = {
  ours: "#0072b2",
  keras: "#d55e00",
  pytorch: "#e69f00",
  onnxruntime: "#cc79a7",
  wfdb: "#009e73",
  numpy: "#56b4e9",
};

/** Longer bars are cut: they would make all others short. */
const mostUnits = 5;

/** Times of all contenders as bars, each benchmark in units of the fastest other program's time. */
export function resultsFigure(results: Record<string, BenchmarkResult>): Figure {
  const groups = placeBars(Object.values(results));
  const bars = groups.flatMap(({ bars }) => bars);
  const names = [...new Set(bars.map(({ name }) => name))];
  const longest = Math.min(mostUnits, Math.max(1, ...bars.map(({ length }) => length)));
  const data = names.map((name) => {
    const own = bars.filter((bar) => bar.name === name);
    return {
      type: "bar" as const,
      orientation: "h" as const,
      name: contenderNames[name] ?? name,
      y: own.map(({ place }) => place),
      x: own.map(({ length }) => Math.min(length, mostUnits)),
      width: 0.8,
      text: own.map(({ text, length }) =>
        `${contenderNames[name] ?? name} ${text}${length > mostUnits ? " (bar cut)" : ""}`
      ),
      textposition: "outside" as const,
      cliponaxis: false,
      marker: { color: colors[name] ?? inks.mark },
      hovertemplate: "%{text}<extra></extra>",
    };
  });
  const machine = Object.values(results).at(-1)?.machine;
  const figure: Figure = {
    data,
    layout: {
      ...figureLayout("Time of each program, in units of the fastest other program's", {
        height: 150 + 26 * (groups.at(-1)?.end ?? 0),
        subtitle: machine ? machineText(machine) : "",
      }),
      barmode: "overlay",
      showlegend: false,
      xaxis: axis("time, the fastest other program's = 1 (shorter is faster)", {
        range: [0, 1.4 * longest],
      }),
      yaxis: axis("", {
        autorange: "reversed",
        ticks: "",
        showgrid: false,
        tickvals: groups.map(({ middle }) => middle),
        ticktext: groups.map(({ title }) => title),
      }),
      shapes: [{
        type: "line",
        layer: "below",
        x0: 1,
        x1: 1,
        y0: 0,
        y1: 1,
        yref: "paper",
        line: { color: inks.muted, width: 1, dash: "dot" },
      }],
    },
  };
  const synthetic = Object.values(results).find(({ source }) => source.synthetic);
  return synthetic ? withNote(figure, `Measured on ${synthetic.source.name}`) : figure;
}

/** One bar beneath the other, with a gap between benchmarks. */
function placeBars(results: BenchmarkResult[]) {
  let place = 0;
  return results.map((result) => {
    const { medians, ratio, title } = result;
    const bars = Object.entries(medians).map(([name, seconds]) => ({
      name,
      place: place++,
      length: seconds * ratio / medians.ours!,
      text: timeText(seconds, result),
    }));
    const middle = place - (bars.length + 1) / 2;
    place += 0.6;
    return { title: title.replace(", ", "<br>"), bars, middle, end: place };
  });
}
