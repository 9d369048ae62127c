import type { ThresholdCurve } from "lib/metrics/mod.ts";
import type { Data } from "plotly.js-dist-min";
import { classColor, classLetter, classTitle } from "./class_label.ts";

/** Options of {@linkcode classCurves}. */
export interface ClassCurvesOptions {
  /** What the area is called in the legend. */
  area: string;
  /** How points are joined: "linear", or "vh" for steps that take the height of the right point. */
  shape: "linear" | "vh";
}

/**
 * One curve a class in its colour, with its area in the legend; a class without an area has no
 * curve.
 */
export function classCurves(
  curves: readonly Pick<ThresholdCurve, "x" | "y" | "area">[],
  options: ClassCurvesOptions,
): Data[] {
  return curves.flatMap(({ x, y, area }, label): Data[] => {
    if (Number.isNaN(area)) return [];
    const points = visiblePoints(x, y);
    return [{
      type: "scatter",
      mode: "lines",
      name: `${classLetter(label)} · ${options.area} ${area.toFixed(4)}`,
      x: points.map((point) => point.x),
      y: points.map((point) => point.y),
      line: { color: classColor(label), width: 2, shape: options.shape },
      hovertemplate: `(%{x:.3f}, %{y:.3f})<extra>${classTitle(label)}</extra>`,
    }];
  });
}

interface Point {
  x: number;
  y: number;
}

/** The points at the resolution of a screen: a curve may have as many as there are rows. */
export function visiblePoints(x: ArrayLike<number>, y: ArrayLike<number>): Point[] {
  const points: Point[] = [];
  for (let index = 0; index < x.length; index++) {
    const point = { x: Math.round(x[index]! * 400) / 400, y: Math.round(y[index]! * 400) / 400 };
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last?.x === point.x && last.y === point.y) continue;
    if (before && last && isBetween(last, before, point)) points.pop();
    points.push(point);
  }
  return points;
}

/** Whether a point lies on a level or upright line from one to the next: the ends are enough then. */
function isBetween(point: Point, before: Point, after: Point): boolean {
  const [toX, toY] = [point.x - before.x, point.y - before.y];
  const [onX, onY] = [after.x - point.x, after.y - point.y];
  return (toY === 0 && onY === 0 && toX * onX > 0) || (toX === 0 && onX === 0 && toY * onY > 0);
}
