import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { replaceFile } from "lib/files/mod.ts";
import type { SweepStatus } from "lib/sweeps/mod.ts";
import { sweepPage } from "./sweep_page.ts";

/** Keeps the page of a sweep while it runs. */
export interface SweepPageKeeper {
  /** Looks whether the page has to be written again; never fails and does not wait for it. */
  onChange(status: SweepStatus): void;
  /** Writes the last page, that of the end. */
  end(status: SweepStatus): Promise<void>;
}

/** Options of {@linkcode keepSweepPage}. */
export interface KeepSweepPageOptions {
  /** Is told once where the page is, before the first is written. */
  say: (address: string) => void;
  /** Is told, once, that a page could not be written: a sweep goes on without it. */
  warn: (message: string) => void;
  /** Makes the page. */
  page?: typeof sweepPage;
}

/** A page costs some 0.5 s of a core: drawing takes at most a tenth of the time. */
const restFactor = 9;
/** What running trials log alone is no haste. */
const progressSeconds = 60;

/**
 * Keeps `index.html` in the folder of a sweep: written whole when a trial has started or ended, and
 * once a minute while running ones log. Readers find the old page or the new one, never a part.
 */
export function keepSweepPage(options: KeepSweepPageOptions): SweepPageKeeper {
  const { say, warn, page = sweepPage } = options;
  let [shown, progress, rest, finished] = ["", "", 0, -Infinity];
  let [said, warned] = [false, false];
  let writing: Promise<void> | undefined;

  const write = async (status: SweepStatus, running: boolean) => {
    const start = performance.now();
    [shown, progress] = [eventsOf(status), progressOf(status)];
    try {
      await replaceFile(pagePath(status), await page(status, { running }));
    } catch (error) {
      if (!warned) warn(`Cannot write the sweep's page: ${(error as Error).message}`);
      warned = true;
    }
    finished = performance.now();
    rest = restFactor * (finished - start);
  };

  return {
    onChange(status) {
      if (!said) say(pathToFileURL(pagePath(status)).href);
      said = true;
      const waited = performance.now() - finished;
      const due = eventsOf(status) !== shown
        ? waited >= rest
        : progressOf(status) !== progress && waited >= Math.max(rest, 1000 * progressSeconds);
      if (writing || !due) return;
      writing = write(status, true).finally(() => writing = undefined);
    },
    async end(status) {
      await writing;
      await write(status, false);
    },
  };
}

function pagePath({ directory }: SweepStatus): string {
  return join(directory, "index.html");
}

/** Changes when a trial starts or ends. */
function eventsOf({ trials, ending }: SweepStatus): string {
  return [...trials.map(({ outcome }) => outcome?.state ?? "running"), ending].join();
}

function progressOf({ runs }: SweepStatus): string {
  return runs.map(({ metric }) => metric.length).join();
}
