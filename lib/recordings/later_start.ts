/** The start of a recording moved on by seconds, to the millisecond; one that is no ISO date and time stays as it is. */
export function laterStart(start: string | undefined, seconds: number): string | undefined {
  if (start === undefined || seconds === 0) return start;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(start)) return start;
  const moved = new Date(Date.parse(`${start}Z`) + Math.round(seconds * 1000));
  if (!Number.isFinite(moved.getTime())) return start;
  return moved.toISOString().replace(/(\.000)?Z$/, "");
}
