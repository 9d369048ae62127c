import type { RunCurve } from "lib/figures/mod.ts";

/** A run as a page shows it. */
export interface PageRun extends RunCurve {
  /** What it belongs to, where a page has runs of several searches. */
  group?: string;
  /** Such as "running", "finished", "stopped early", "failed". */
  state: string;
  /** It counts in the figures: it has come to its end, by whatever cause but an interruption. */
  ended: boolean;
  /** When it started: milliseconds since 1970. */
  startTime?: number;
  /** How long it took, or has taken until now. */
  seconds?: number;
  /** When it ended: seconds since the start of its search in which runs ran. */
  endedAfter?: number;
  /** What else is to be said of it, for instance why it failed. */
  note?: string;
}
