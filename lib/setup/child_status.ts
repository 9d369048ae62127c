/**
 * Waits for a program to end. Signals that ask this program to end are passed on to it; after such
 * a signal this program exits with it.
 */
export async function childStatus(child: Deno.ChildProcess): Promise<Deno.CommandStatus> {
  let told = false;
  const stopListening = handSignalsOn(child, () => told = true);
  const status = await child.status;
  stopListening();
  if (told) Deno.exit(status.code || 1);
  return status;
}

/** Passes SIGINT and SIGTERM on to a program until the returned function is called. */
export function handSignalsOn(child: Deno.ChildProcess, onSignal = () => {}): () => void {
  const signals: Deno.Signal[] = Deno.build.os === "windows" ? ["SIGINT"] : ["SIGINT", "SIGTERM"];
  const listeners = signals.map((signal) => {
    const listener = () => {
      onSignal();
      // A terminal sends Ctrl-C to the child as well; twice would mean "at once, unsaved".
      if (signal === "SIGINT" && Deno.stdin.isTerminal()) return;
      try {
        child.kill(signal);
      } catch {
        // It ended meanwhile.
      }
    };
    Deno.addSignalListener(signal, listener);
    return () => Deno.removeSignalListener(signal, listener);
  });
  return () => listeners.forEach((stop) => stop());
}
