/** What curves of one table have in common: only so can they be compared. */
export interface CurveScale {
  /** The least and the greatest value that is drawn. */
  range: [number, number];
  /** The number of epochs from the left edge to the right. */
  epochs: number;
  logarithmic: boolean;
}

const [width, height, edge] = [132, 34, 4];

/**
 * The scale for the curves of several runs: all values but the worst twentieth, which is often a
 * first epoch or a run that went astray; logarithmic where values are above 0 and some are three
 * times others: losses fall fast at first.
 */
export function curveScale(
  curves: readonly (readonly number[])[],
  goal: "minimize" | "maximize",
): CurveScale {
  const sorted = curves.flat().filter(Number.isFinite).sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  const kept = goal === "minimize" ? sorted.slice(0, sorted.length - cut) : sorted.slice(cut);
  const [low = 0, high = 1] = [kept[0], kept.at(-1)];
  const epochs = Math.max(2, ...curves.map((curve) => curve.length));
  return { range: [low, high], epochs, logarithmic: low > 0 && high / low > 3 };
}

/** Options of {@linkcode curveSvg}. */
export interface CurveSvgOptions {
  scale: CurveScale;
  goal: "minimize" | "maximize";
  /** Early stopping gave the run up: its curve ends in a cross. */
  stoppedEarly?: boolean;
}

/**
 * A run's learning curve in the size of a table's cell: a line, gaps where a value is not finite, a
 * dot at the best value. Values beyond the scale lie on its edge. Empty without a finite value.
 */
export function curveSvg(values: readonly number[], options: CurveSvgOptions): string {
  const { scale, goal, stoppedEarly = false } = options;
  const points = values.flatMap((value, index) =>
    Number.isFinite(value) ? [{ index, value, at: pointOf(index, value, scale) }] : []
  );
  const [first] = points;
  if (!first) return "";
  const best = points.reduce((a, b) =>
    (goal === "minimize" ? b.value < a.value : b.value > a.value) ? b : a
  );
  const path = points.map(({ index, at }) =>
    `${Number.isFinite(values[index - 1]) ? "L" : "M"}${at.join(" ")}`
  ).join("");
  const last = points.at(-1)!;
  const [x, y] = last.at;
  const cross = stoppedEarly ? `<path class="cross" d="M${x - 3} ${y - 3}l6 6m0 -6l-6 6"/>` : "";
  const dot = stoppedEarly && best === last
    ? ""
    : `<circle cx="${best.at[0]}" cy="${best.at[1]}" r="2.5"/>`;
  const text = `${points.length} epochs, from ${shortNumber(first.value)} to ` +
    `${shortNumber(last.value)}; best ${shortNumber(best.value)} in epoch ${best.index + 1}`;
  return `<svg class="curve" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img"><title>${text}</title><path d="${path}"/>${cross}${dot}</svg>`;
}

/** Five significant digits; nothing for what is no number. */
export function shortNumber(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(5)));
}

function pointOf(index: number, value: number, scale: CurveScale): [x: number, y: number] {
  const { range: [low, high], epochs, logarithmic } = scale;
  const place = low === high
    ? 0.5
    : logarithmic
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
  // A logarithm of what is not above 0 is below every scale.
  const within = Math.min(1, Math.max(0, Number.isNaN(place) ? 0 : place));
  return [
    tenths(edge + index / (epochs - 1) * (width - 2 * edge)),
    tenths(height - edge - within * (height - 2 * edge)),
  ];
}

function tenths(value: number): number {
  return Math.round(10 * value) / 10;
}
