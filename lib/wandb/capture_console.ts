/** Where captured text goes. */
export type ConsoleSink = (text: string, stream: "stdout" | "stderr") => void;

const methods = { log: "stdout", info: "stdout", warn: "stderr", error: "stderr" } as const;

/**
 * Copies everything that console.log, info, warn and error print to a sink.
 *
 * @returns a function that ends the copying.
 */
export function captureConsole(sink: ConsoleSink): () => void {
  const originals = Object.keys(methods).map((name) => {
    const method = name as keyof typeof methods;
    const original = console[method];
    console[method] = (...values: unknown[]) => {
      original(...values);
      const text = values.map((value) => typeof value === "string" ? value : Deno.inspect(value));
      sink(text.join(" ") + "\n", methods[method]);
    };
    return () => console[method] = original;
  });
  return () => originals.forEach((restore) => restore());
}
