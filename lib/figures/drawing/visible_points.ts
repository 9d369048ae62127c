/** A point of a curve. */
export interface Point {
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
