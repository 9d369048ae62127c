/**
 * Seconds from the start of a recording as hours, minutes and seconds: `0:12:07` or, with digits, `0:12:07.4`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatTime } from "lib/annotation/report/format_time.ts";
 *
 * assert.equal(formatTime(3599.96, 1), "1:00:00.0");
 * ```
 */
export function formatTime(seconds: number, digits = 0): string {
  const unit = 10 ** digits;
  const units = Math.round(seconds * unit);
  const whole = Math.floor(units / unit);
  const two = (value: number) => String(value).padStart(2, "0");
  const fraction = digits > 0 ? `.${String(units % unit).padStart(digits, "0")}` : "";
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${
    two(whole % 60)
  }${fraction}`;
}
