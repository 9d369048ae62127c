/** The first Ctrl-C, or the end of the terminal, lets trials end, the second ends them at once. */
export function stopSignals(): { interrupt: AbortSignal; kill: AbortSignal } {
  const [interrupt, kill] = [new AbortController(), new AbortController()];
  const listener = () => (interrupt.signal.aborted ? kill : interrupt).abort();
  (["SIGINT", "SIGTERM", "SIGHUP"] as const).forEach((name) =>
    Deno.addSignalListener(name, listener)
  );
  return { interrupt: interrupt.signal, kill: kill.signal };
}
