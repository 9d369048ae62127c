import { aamiClasses } from "lib/beats/mod.ts";
import type { Annotation } from "lib/wfdb/mod.ts";
import type { Data } from "plotly.js-dist-min";
import { classColor, classLetter, classTitle } from "../scores/class_label.ts";
import { inks } from "../drawing/figure_layout.ts";

/** The samples of a signal that a strip shows. */
export interface StripSamples {
  /** Samples a second. */
  frequency: number;
  /** The sample number of the first value in the record. */
  first: number;
  /** The signal in its units. */
  values: number[];
}

/**
 * Marks on the signal at the annotations within a strip, one trace a class for the legend, and a
 * trace of their symbols: those of beats above the signal, all others in grey beneath it.
 */
export function annotationTraces(
  annotations: readonly Pick<Annotation, "sample" | "symbol" | "auxiliary">[],
  { frequency, first, values }: StripSamples,
): Data[] {
  const marks = annotations
    .filter(({ sample }) => sample >= first && sample < first + values.length)
    .map(({ sample, symbol, auxiliary }) => ({
      x: Math.round(1e4 * sample / frequency) / 1e4,
      y: values[sample - first]!,
      text: [symbol, auxiliary].filter((part) => part !== "").join(" "),
      label: aamiClasses.find(({ symbols }) => symbols.includes(symbol))?.label ?? -1,
    }));
  const traces = [...aamiClasses.map(({ label }) => label), -1].map((label): Data => {
    const ofClass = marks.filter((mark) => mark.label === label);
    return {
      type: "scatter",
      mode: "markers",
      name: label === -1 ? "no beat" : `class ${classLetter(label)}`,
      x: ofClass.map(({ x }) => x),
      y: ofClass.map(({ y }) => y),
      text: ofClass.map(({ text }) => text),
      marker: { size: 7, color: markColor(label) },
      hovertemplate: `%{text} at %{x:.3f} s<extra>${
        label === -1 ? "no beat" : classTitle(label)
      }</extra>`,
    };
  }).filter((trace) => "x" in trace && (trace.x as number[]).length > 0);
  return [...traces, {
    type: "scatter",
    mode: "text",
    x: marks.map(({ x }) => x),
    y: marks.map(({ label }) => heightAt(values, label === -1 ? -0.08 : 1.1)),
    text: marks.map(({ text }) => text),
    textposition: marks.map(({ label }) => label === -1 ? "middle right" : "middle center"),
    textfont: { color: marks.map(({ label }) => markColor(label)) },
    showlegend: false,
    hoverinfo: "skip",
    cliponaxis: false,
  }];
}

function markColor(label: number): string {
  return label === -1 ? inks.mark : classColor(label);
}

/** A height in a panel: that of the least value at 0, of the greatest at 1. What is not a number has none. */
export function heightAt(values: readonly number[], share: number): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (least > greatest) return share;
  return least + share * Math.max(greatest - least, 0.1);
}
