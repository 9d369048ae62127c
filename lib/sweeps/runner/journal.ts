import { parseJsonValue, toPlain, type Value } from "../configuration/float.ts";
import { pythonJson } from "../configuration/python_text.ts";
import type { Parameters } from "../search/sweep_run.ts";

/** What happens in a sweep, in order; times in milliseconds since 1970. */
export type SweepEvent =
  | { type: "sweep"; id: string; seed: number; configuration: string; time: number }
  | { type: "start"; run: string; parameters: Parameters; repeats?: string; time: number }
  | { type: "stop"; run: string; cause: StopCause; why: string; time: number }
  | { type: "end"; run: string; outcome: Outcome; time: number };

/** Why the runner ends a trial: early stopping, the metric's target, the runner's own end, or a fault of the trial. */
export type StopCause = "early" | "target" | "interrupt" | "fault";

/** How a trial ended. */
export interface Outcome {
  /** An interrupted trial does not count; its parameters are tried again. */
  state: "finished" | "failed" | "killed" | "interrupted";
  /** The process's exit code. */
  exitCode?: number;
  /** In words, where there is more to say than "finished". */
  why?: string;
  /** The logged values of the metric; null where one was no finite number. */
  metric: (number | null)[];
  /** The value of the metric in the summary of the run. */
  summary?: number;
}

/** A file to which events are added, each of them kept even if the process is killed at once. */
export interface Journal {
  /** What the file held when it was opened. */
  readonly events: readonly SweepEvent[];
  append(event: SweepEvent): void;
  close(): void;
}

/**
 * Opens the journal of a sweep, one line of JSON an event. A last line that was cut off by a crash
 * is removed.
 *
 * @throws Error where another runner has it open, or a line is damaged.
 */
export function openJournal(path: string): Journal {
  const file = Deno.openSync(path, { read: true, write: true, create: true });
  if (!file.tryLockSync(true)) {
    file.close();
    throw new Error(`Cannot open ${path}: another runner works on this sweep`);
  }
  const text = Deno.readTextFileSync(path);
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const size = new TextEncoder().encode(whole).length;
  file.truncateSync(size);
  file.seekSync(size, Deno.SeekMode.Start);
  const events = readEvents(whole, path);
  return {
    events,
    append(event) {
      const bytes = new TextEncoder().encode(formatEvent(event));
      for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
      file.syncDataSync();
    },
    close: () => file.close(),
  };
}

/**
 * The events in the text of a journal; what follows its last whole line is left out.
 *
 * @param path names the journal in errors.
 * @throws Error where a line is damaged.
 */
export function readEvents(text: string, path: string): SweepEvent[] {
  const lines = text.split("\n").slice(0, -1);
  return lines.filter(Boolean).map((line, index) => {
    try {
      return parseEvent(line);
    } catch (error) {
      throw new Error(`Cannot read ${path}, line ${index + 1}: ${(error as Error).message}`);
    }
  });
}

/** Parameters keep the difference between 1 and 1.0; everything else is plain JSON. */
function formatEvent(event: SweepEvent): string {
  if (event.type !== "start") return JSON.stringify(event) + "\n";
  const { parameters, ...rest } = event;
  return `${JSON.stringify(rest).slice(0, -1)},"parameters":${pythonJson(parameters)}}\n`;
}

function parseEvent(line: string): SweepEvent {
  const event = parseJsonValue(line) as { type?: string } & Value;
  return (event?.type === "start" ? event : toPlain(event)) as SweepEvent;
}
