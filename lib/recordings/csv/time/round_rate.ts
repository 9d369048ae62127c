/** Rates that recorders have; of those that fit, the first is taken. */
const usualRates = [250, 500, 360, 1000, 125, 128, 256, 512, 200, 100, 400, 300, 2000, 130];

/**
 * The usual, whole or tenth rate that one stands for, where it fits the times as exactly as they are written.
 *
 * @param options `rows` and how finely the times are written, `grain`, in rows.
 */
export function roundRate(rate: number, { rows, grain }: { rows: number; grain: number }): number {
  const allowed = Math.max(1.2 * grain, Math.min(0.5, 0.001 * rows));
  const rounded = [...usualRates, Math.round(rate), Math.round(rate * 10) / 10];
  return rounded.find((other) => Math.abs(rows * (1 - rate / other)) <= allowed) ?? rate;
}
