/**
 * How long a training took, in words.
 *
 * @param epochs With the seconds that each took.
 * @returns Whole minutes, such as `"29 minutes"`; below one minute seconds, such as `"12 seconds"`.
 */
export function trainingTime(epochs: readonly { seconds: number }[]): string {
  const seconds = Math.round(epochs.reduce((sum, epoch) => sum + epoch.seconds, 0));
  return seconds < 60 ? counted(seconds, "second") : counted(Math.round(seconds / 60), "minute");
}

function counted(number: number, unit: string): string {
  return `${number.toLocaleString("en")} ${unit}${number === 1 ? "" : "s"}`;
}
