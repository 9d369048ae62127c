import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "../whole_number.ts";

/** How `deno task sweep` is called. */
export const sweepUsage = `deno task sweep FILE [--jobs N] [--dir DIR] [--resume] [--time-limit S]
  --jobs: trials at once (1); --dir: folder of the runs (runs/sweeps/NAME of the file)
  --resume: continue the sweep there; --time-limit: seconds after which a trial fails (21600)
deno task sweep FILE --store [--dir DIR]
  runs nothing and stores the sweep's results in sweeps/results/NAME of the file
deno task sweep FILE --full RUN,...
  runs nothing and stores there the results of trainings on all rows with parameters of trials; RUN: their folders`;

/** What a command line asks for. */
export interface SweepArguments {
  /** The file of the sweep. */
  path: string;
  directory: string;
  jobs: number;
  resume: boolean;
  /** Store the results of the sweep instead of running it. */
  store: boolean;
  /** Folders of trainings on all rows to store beside the results that are stored already. */
  full: string[];
  /** In milliseconds. */
  timeLimit: number;
}

/**
 * Reads the command line of a sweep.
 *
 * @throws {Error} where no file or more than one is named, a number is none, a flag is unknown, or --full names no folder.
 */
export function sweepArguments(args: string[]): SweepArguments {
  const { positionals: [path, ...more], values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      jobs: { type: "string", default: "1" },
      dir: { type: "string" },
      resume: { type: "boolean", default: false },
      store: { type: "boolean", default: false },
      full: { type: "string" },
      "time-limit": { type: "string", default: "21600" },
    },
  });
  if (path === undefined || more.length > 0) throw new Error("Name one sweep file.");
  return {
    path,
    directory: values.dir ?? join("runs", "sweeps", basename(path, extname(path))),
    jobs: wholeNumber("jobs", values.jobs),
    resume: values.resume,
    store: values.store,
    full: values.full === undefined ? [] : foldersIn(values.full),
    timeLimit: 1000 * wholeNumber("time-limit", values["time-limit"]),
  };
}

/** None must not be taken for a wish to run the sweep. */
function foldersIn(text: string): string[] {
  const folders = text.split(",").filter((folder) => folder !== "");
  if (folders.length > 0) return folders;
  throw new Error(`--full must name folders of trainings but is "${text}".`);
}
