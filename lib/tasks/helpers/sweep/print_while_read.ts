/** Prints on the standard output, as long as somebody reads it: a closed one is no reason to end a sweep. */
export function printWhileRead(text: string): void {
  try {
    Deno.stdout.writeSync(new TextEncoder().encode(text));
  } catch (error) {
    if ((error as { code?: string }).code !== "EPIPE") throw error;
  }
}
