/** From bad, light, to good, dark; lightness alone shows the order. */
const stops = [[203, 213, 225], [96, 165, 205], [29, 90, 160], [11, 31, 75]] as const;

/** The colour of a place between the worst, 0, and the best, 1. */
export function scaleColor(place: number): string {
  const at = Math.min(1, Math.max(0, place)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(at));
  const [from, to] = [stops[index]!, stops[index + 1]!];
  const mixed = from.map((value, channel) =>
    Math.round(value + (to[channel]! - value) * (at - index))
  );
  return `rgb(${mixed.join(",")})`;
}
