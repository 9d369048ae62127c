import { type EcgRecord, physicalSignal } from "lib/wfdb/mod.ts";
import type { Data, Layout } from "plotly.js-dist-min";
import { annotationTraces, heightAt, type StripSamples } from "./annotation_traces.ts";
import type { Figure } from "../drawing/figure.ts";
import { axis, axisSuffix, figureLayout, inks } from "../drawing/figure_layout.ts";
import { rounded } from "../drawing/rounded.ts";

/** Options of {@linkcode recordStripFigure}. */
export interface RecordStripFigureOptions {
  /** Where the strip starts, in seconds from the start of the record; 0 by default. */
  start?: number;
  /** Its length in seconds; 10 by default. */
  duration?: number;
  /** The signals to draw, one above the other; only the first by default. */
  signals?: readonly number[];
}

/**
 * A strip of a record, with each annotated beat marked in the colour of its class on the first
 * signal drawn. Missing samples leave a gap.
 *
 * @throws {RangeError} when the record has no such signal or the strip holds no sample of it.
 */
export function recordStripFigure(
  record: Pick<EcgRecord, "name" | "header" | "signals" | "annotations">,
  options: RecordStripFigureOptions = {},
): Figure {
  const { start = 0, duration = 10, signals = [0] } = options;
  const strips = signals.map((index) => cutStrip(record, index, start, duration));
  const layout: Partial<Layout> = {
    ...figureLayout(`Record ${record.name}, ${start} to ${start + duration} s`, {
      height: 140 + 200 * strips.length,
      subtitle: "each beat marked at its annotation, in the colour of its class",
    }),
    grid: { rows: strips.length, columns: 1, pattern: "independent", ygap: 0.15 },
  };
  strips.forEach(({ lead, units, values }, panel) => {
    const bottom = panel === strips.length - 1;
    const suffix = axisSuffix(panel);
    Object.assign(layout, {
      [`xaxis${suffix}`]: axis(bottom ? "time in s" : "", {
        range: [start, start + duration],
        matches: panel === 0 ? undefined : "x",
        showticklabels: bottom,
        minor: duration > 20 ? {} : { dtick: 0.2, showgrid: true, gridcolor: "#f3f4f6" },
      }),
      [`yaxis${suffix}`]: axis(`${lead} in ${units}`, {
        range: [
          heightAt(values, panel === 0 ? -0.14 : -0.06),
          heightAt(values, panel === 0 ? 1.18 : 1.06),
        ],
      }),
    });
  });
  const marks = strips.slice(0, 1).flatMap((strip) => annotationTraces(record.annotations, strip));
  return { data: [...strips.map(stripTrace), ...marks], layout };
}

interface Strip extends StripSamples {
  lead: string;
  units: string;
}

function cutStrip(
  { name, header, signals }: Pick<EcgRecord, "name" | "header" | "signals">,
  index: number,
  start: number,
  duration: number,
): Strip {
  const [signal, raw] = [header.signals[index], signals[index]];
  const frequency = header.samplingFrequency;
  const first = Math.round(start * frequency);
  const end = Math.round((start + duration) * frequency);
  const samples = raw?.subarray(first, end);
  if (signal === undefined || samples === undefined || samples.length === 0) {
    throw new RangeError(
      `Cannot draw record "${name}": wanted signal ${index} from ${start} s on, ` +
        `found ${signals.length} signals of ${header.sampleCount / frequency} s`,
    );
  }
  const cut = { name, header, signals: signals.map((all) => all.subarray(first, end)) };
  return {
    lead: signal.description,
    units: signal.units,
    frequency,
    first,
    values: rounded(physicalSignal(cut, index), 4),
  };
}

function stripTrace({ lead, units, frequency, first, values }: Strip, panel: number): Data {
  const suffix = axisSuffix(panel);
  return {
    type: "scatter",
    mode: "lines",
    name: lead,
    x0: first / frequency,
    dx: 1 / frequency,
    y: values,
    line: { color: inks.signal, width: 1.2 },
    xaxis: `x${suffix}`,
    yaxis: `y${suffix}`,
    showlegend: false,
    hovertemplate: `%{x:.3f} s, %{y:.3f} ${units}<extra></extra>`,
  };
}
