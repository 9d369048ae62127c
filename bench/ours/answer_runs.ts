/** What a contender tells when it is warm: the first line it writes. */
export interface Ready {
  /** What must be the same for all contenders of a benchmark, such as the number of parameters. */
  facts: Record<string, string | number | number[]>;
  /** Versions of the programs and libraries at work. */
  versions: Record<string, string>;
  /** Training: the mean loss of the warm-up epoch. */
  loss?: number;
}

/** What a contender tells of one run. */
export interface Answer {
  seconds: number;
  /** Training: the mean loss of the epoch. */
  loss?: number;
}

/** The other side of {@linkcode startWorker}: says that it is ready, then runs as often as it is told to. */
export async function answerRuns(ready: Ready, run: () => Promise<void> | void): Promise<void> {
  tell(ready);
  while (waitForRun()) {
    const start = performance.now();
    await run();
    tell({ seconds: (performance.now() - start) / 1000 });
  }
}

/** Writes one line of JSON. */
export function tell(message: Ready | Answer): void {
  const bytes = new TextEncoder().encode(JSON.stringify(message) + "\n");
  for (let written = 0; written < bytes.length;) {
    written += Deno.stdout.writeSync(bytes.subarray(written));
  }
}

/** Sleeps until a line comes; false when there will be none. It blocks, so that nothing else runs meanwhile. */
export function waitForRun(): boolean {
  const byte = new Uint8Array(1);
  while (Deno.stdin.readSync(byte) !== null) {
    if (byte[0] === 0x0a) return true;
  }
  return false;
}

/** What the program was started with: one argument of JSON. */
export function workerOptions<Options>(): Options {
  return JSON.parse(Deno.args[0] ?? "{}");
}

/** Versions that all of our own contenders tell. */
export function ownVersions(): Record<string, string> {
  return { deno: Deno.version.deno };
}
