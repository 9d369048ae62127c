/** A place and the value of a function there. */
export interface Maximum {
  at: number;
  value: number;
}

/** Where {@link maximize} looks and how exactly. */
export interface MaximizeOptions {
  from: number;
  to: number;
  /** Distance between the first evaluations; a narrower hump may be missed. */
  step: number;
  /** How exactly the place is found. */
  tolerance: number;
}

/**
 * The greatest value of a function of one number over an interval: a few evaluations at equal
 * distances find the highest hump, then Brent's method (parabolas, golden sections where they fail)
 * finds its top.
 *
 * @example
 * ```ts
 * import { maximize } from "lib/sweeps/search/bayes/maximize.ts";
 * const options = { from: -9, to: 9, step: 1, tolerance: 1e-6 };
 * console.assert(Math.abs(maximize((x) => -((x - 2.2) ** 2), options).at - 2.2) < 1e-5);
 * ```
 */
export function maximize(f: (x: number) => number, options: MaximizeOptions): Maximum {
  const { from, to } = options;
  const count = Math.max(1, Math.ceil((to - from) / options.step));
  const step = (to - from) / count;
  let best = { at: from, value: f(from) };
  for (let i = 1; i <= count; i++) {
    const at = i === count ? to : from + i * step;
    const value = f(at);
    if (value > best.value) best = { at, value };
  }
  return climb(f, best, { ...options, step });
}

const golden = (3 - Math.sqrt(5)) / 2;

/** Brent's method between the neighbours of the best evaluation. */
function climb(f: (x: number) => number, start: Maximum, options: MaximizeOptions): Maximum {
  const { from, to, step, tolerance } = options;
  let low = Math.max(from, start.at - step);
  let high = Math.min(to, start.at + step);
  let best = start;
  let second = start;
  let third = start;
  let move = 0;
  let moveBefore = high - low;
  for (let round = 0; round < 50 && high - low > 2.5 * tolerance; round++) {
    const parabola = vertex(best, second, third) - best.at;
    const usable = Math.abs(parabola) < Math.abs(moveBefore) / 2 &&
      best.at + parabola > low && best.at + parabola < high;
    const larger = best.at - low > high - best.at ? low - best.at : high - best.at;
    moveBefore = usable ? move : larger;
    move = usable ? parabola : golden * larger;
    if (Math.abs(move) < tolerance) move = larger < 0 ? -tolerance : tolerance;
    const at = Math.min(high, Math.max(low, best.at + move));
    const look = { at, value: f(at) };
    if (look.value > best.value) {
      if (look.at > best.at) low = best.at;
      else high = best.at;
      [best, second, third] = [look, best, second];
    } else {
      if (look.at > best.at) high = look.at;
      else low = look.at;
      if (look.value > second.value || second === best) [second, third] = [look, second];
      else third = look;
    }
  }
  return best;
}

/** Where the parabola through three points turns; NaN where two of them are the same. */
function vertex(a: Maximum, b: Maximum, c: Maximum): number {
  const left = (a.at - b.at) * (a.value - c.value);
  const right = (a.at - c.at) * (a.value - b.value);
  return a.at - ((a.at - b.at) * left - (a.at - c.at) * right) / (2 * (left - right));
}
