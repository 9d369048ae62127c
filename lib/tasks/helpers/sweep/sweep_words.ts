import { type SweepRecord, type SweepStatus, trialCommand, trialFiles } from "lib/sweeps/mod.ts";

/** Starts a trial of a sweep that names neither `command` nor `program`. */
export const defaultCommand = ["${env}", "deno", "task", "train", "cnn", "${args}"];

/** What is said at the end of a sweep: why it ended, the best run and how to go on. */
export function endingWords(status: SweepStatus, path: string): string {
  const { ending, directory, runs, jobs, config, best } = status;
  const jobWords = jobs > 1 ? ` --jobs ${jobs}` : "";
  const again = `${quoted(path)}${jobWords} --dir ${quoted(directory)} --resume`;
  const failed = runs.findLast((run) => run.state === "failed");
  const unheard = !best && runs.some((run) => run.state === "finished") && config.metric?.name;
  return [
    `${ending}: ${runs.length} runs in ${directory}`,
    ...bestWords(status, directory),
    ...(unheard ? [`no run has logged ${unheard} with W&B: the search had no metric to use`] : []),
    ...(failed ? [`A failed trial's console: ${directory}/trials/${failed.id}/console.log`] : []),
    ...(ending === "interrupted" ? [`Continue with: deno task sweep ${again}`] : []),
  ].join("\n");
}

/** The best run of a sweep and the command that runs it again; nothing where there is none. */
export function bestWords(
  { best, config, sweepId }: Pick<SweepRecord, "best" | "config" | "sweepId">,
  directory: string,
): string[] {
  if (!best) return [];
  const { id, parameters } = best.run;
  const { program, command = program === undefined ? defaultCommand : undefined } = config;
  const words = trialCommand(command, {
    parameters,
    program,
    jsonPath: trialFiles(directory, { sweepId, run: id }).json,
    environment: Deno.env.toObject(),
  });
  const started = words[0] === "/usr/bin/env" ? words.slice(1) : words;
  return [
    `best ${config.metric?.name}: ${best.value} in run ${id}`,
    `repeat it with: ${started.map(quoted).join(" ")}`,
  ];
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
