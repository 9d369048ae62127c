/** A program that says so when it waits, and ends with code 9 some time after it is told to end. */
export const waitingProgram = `
for (const signal of ["SIGINT", "SIGTERM"]) {
  Deno.addSignalListener(signal, () => setTimeout(() => Deno.exit(9), 50));
}
console.log("waiting");
setTimeout(() => {}, 60_000);`;

/** Runs a program, sends it a signal once something is printed, and waits for its end. */
export async function signalled(signal: Deno.Signal, program: string) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill(signal);
  const { code } = await child.status;
  const { value } = await reader.read();
  await reader.cancel();
  return { code, printedAfter: new TextDecoder().decode(value) };
}
