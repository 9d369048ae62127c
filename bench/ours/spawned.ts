// A contender whose every run is a new process: from its start to the class that it prints, or as long as it says.
import { answerRuns, ownVersions, tell, waitForRun, workerOptions } from "./answer_runs.ts";

const { command: [runtime, ...args], answer } = workerOptions<{
  /** "deno" or "python", the program, and what it is given. */
  command: string[];
  /** What the process prints last: a class, as a letter or in CSV, or the seconds that count. */
  answer: "class" | "seconds";
}>();
const start = runtime === "deno" ? [Deno.execPath(), "run", "-A"] : [Deno.env.get("BENCH_PYTHON")!];
const versions = runtime === "deno" ? ownVersions() : {};

if (answer === "class") {
  const facts = { class: classIn(await lastLine()) };
  await answerRuns({ facts, versions }, async () => void await lastLine());
} else {
  await lastLine(); // files are in the system's memory then
  tell({ facts: {}, versions });
  while (waitForRun()) tell({ seconds: Number(await lastLine()) });
}

async function lastLine(): Promise<string> {
  const [program, ...first] = start;
  const { success, stdout, stderr } = await new Deno.Command(program!, {
    args: [...first, ...args],
  })
    .output();
  if (success) return new TextDecoder().decode(stdout).trim().split("\n").at(-1)!;
  throw new Error(new TextDecoder().decode(stderr));
}

/** "V", or the second column of "1,V,0.01,...". */
function classIn(line: string): string {
  return line.split(",").at(line.includes(",") ? 1 : 0)!;
}
