/**
 * Tells on a terminal how far a task is, in one line of standard error that is written over and over; nothing where
 * standard error is no terminal.
 */
export function progressBar() {
  const terminal = Deno.stderr.isTerminal();
  const write = (text: string) => Deno.stderr.writeSync(new TextEncoder().encode(text));
  return {
    /** @param share 0 to 1; undefined for a step of unknown length. */
    show(what: string, share?: number): void {
      if (!terminal) return;
      const bar = share === undefined
        ? ""
        : `${"█".repeat(Math.round(24 * share)).padEnd(24, "░")} `;
      write(`\r\x1b[K${bar}${what}`);
    },
    clear(): void {
      if (terminal) write("\r\x1b[K");
    },
  };
}
