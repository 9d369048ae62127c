import type { DownloadProgress } from "./download_records.ts";

/** Where {@linkcode progressLine} writes, standard error by default. */
export interface ProgressLineOptions {
  write?: (text: string) => void;
  /** Whether what was written can be written over. */
  isTerminal?: boolean;
}

/**
 * Shows a download as a bar that is drawn over in a terminal, and as a line for every tenth elsewhere.
 *
 * @returns To be called with the progress as it is made.
 */
export function progressLine(
  options: ProgressLineOptions = {},
): (progress: DownloadProgress) => void {
  const { write = writeToStderr, isTerminal = Deno.stderr.isTerminal() } = options;
  const start = performance.now();
  let drawn = -Infinity;
  let tenths = -1;
  return (progress) => {
    const { files, fileCount } = progress;
    const now = performance.now();
    const ended = files === fileCount;
    if (isTerminal) {
      if (now - drawn < 100 && !ended) return;
      drawn = now;
      write(`\r${describe(progress, (now - start) / 1000)}\x1b[K${ended ? "\n" : ""}`);
    } else if (Math.floor(10 * files / fileCount) > tenths) {
      tenths = Math.floor(10 * files / fileCount);
      write(`${describe(progress, (now - start) / 1000)}\n`);
    }
  };
}

function writeToStderr(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}

function describe({ files, fileCount, bytes }: DownloadProgress, seconds: number): string {
  const width = 24;
  const filled = Math.round(width * files / fileCount);
  const bar = "#".repeat(filled) + "-".repeat(width - filled);
  const megabytes = bytes / 1e6;
  const speed = (megabytes / Math.max(seconds, 0.1)).toFixed(1);
  return `[${bar}] ${files} of ${fileCount} files, ${megabytes.toFixed(1)} MB, ${speed} MB/s`;
}
