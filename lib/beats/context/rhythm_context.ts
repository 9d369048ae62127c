/** What a beat's rhythm values are, in their order; each is the same for a fast and a slow heart. */
export const rhythmNames = [
  "previous / local mean",
  "next / local mean",
  "previous / next",
  "previous / the one before",
  "previous / long interval",
  "next / long interval",
  "the one before / long interval",
  "the next but one / long interval",
  "previous / median",
  "next / median",
  "irregularity of 17 beats",
  "irregularity of 61 beats",
] as const;

/** Options of {@linkcode rhythmContext}. */
export interface ContextOptions {
  /** Use nothing that comes after the beat. Default false. */
  causal?: boolean;
}

/**
 * The rhythm around each beat of a recording, as logarithms of ratios of RR intervals: no value is in seconds,
 * and none is a constant of the recording, which would name the patient.
 *
 * "Previous" is the interval that ends with the beat, "next" the one that begins with it. The local mean is that
 * of 11 intervals around the beat, the long interval the 85 % quantile and the median that of 121. Irregularity is
 * the median of |log(RR / RR before)|. Where an interval is missing, at either end, the nearest stands in.
 * With `causal`, as many intervals before the beat take the place of those around it and values of later
 * intervals are 0.
 *
 * @param times of all beats, rising, in any unit, `[beats]`.
 * @returns `[beats * 12]`, in the order of {@linkcode rhythmNames}, each from -2 to 2.
 */
export function rhythmContext(
  times: ArrayLike<number>,
  { causal = false }: ContextOptions = {},
): Float32Array {
  const count = times.length;
  const size = rhythmNames.length;
  const values = new Float32Array(count * size);
  if (count < 2) return values;
  // Interval i ends with beat i; the first stands in for the one before it.
  const logs = Float64Array.from(
    { length: count },
    (_, i) => Math.log(Math.max(times[Math.max(i, 1)]! - times[Math.max(i, 1) - 1]!, 1e-9)),
  );
  const changes = logs.map((log, i) => Math.abs(log - logs[Math.max(i - 1, 0)]!));
  const at = (i: number) => logs[Math.min(Math.max(i, 0), count - 1)]!;
  /** Values of so many beats on either side, or of twice as many before. */
  const around = (all: Float64Array, i: number, side: number) =>
    causal
      ? all.subarray(Math.max(0, i - 2 * side), i + 1)
      : all.subarray(Math.max(0, i - side), i + side + 1);
  for (let i = 0; i < count; i++) {
    const previous = at(i);
    const next = causal ? undefined : at(i + 1);
    const afterNext = causal ? undefined : at(i + 2);
    const before = at(i - 1);
    const near = around(logs, i, 5);
    const mean = Math.log(near.reduce((sum, log) => sum + Math.exp(log), 0) / near.length);
    const sorted = around(logs, i, 60).toSorted();
    const long = sorted[Math.floor(0.85 * (sorted.length - 1))]!;
    const median = sorted[(sorted.length - 1) >> 1]!;
    const row = [
      previous - mean,
      (next ?? mean) - mean,
      previous - (next ?? previous),
      previous - before,
      previous - long,
      (next ?? long) - long,
      before - long,
      (afterNext ?? long) - long,
      previous - median,
      (next ?? median) - median,
      medianOf(around(changes, i, 8)),
      medianOf(around(changes, i, 30)),
    ];
    values.set(row.map((value) => Math.min(Math.max(value, -2), 2)), i * size);
  }
  return values;
}

/** The lower median. */
function medianOf(values: Float64Array): number {
  return values.toSorted()[(values.length - 1) >> 1]!;
}
