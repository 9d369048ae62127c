import { randomId } from "lib/wandb/mod.ts";
import { openJournal, type SweepEvent } from "./journal.ts";
import { parseConfiguration } from "../configuration/parse_configuration.ts";
import type { SweepConfig } from "../configuration/sweep_config.ts";

/** A sweep in its directory. */
export interface OpenSweep {
  id: string;
  /** The seed of the search's random numbers. */
  seed: number;
  config: SweepConfig;
  warnings: string[];
  /** Everything that has happened, also in earlier sessions. */
  events: SweepEvent[];
  /** Adds an event to the journal and to `events`. */
  record(event: SweepEvent): void;
  close(): void;
}

/** How a sweep is opened. */
export interface OpenSweepOptions {
  /** The folder of the sweep. */
  directory: string;
  /** Continue the sweep that is there, if there is one. */
  resume: boolean;
  /** Makes the identifier of a new sweep; by default eight random letters and digits. */
  makeId?: (config: SweepConfig) => Promise<string>;
}

/**
 * Starts a sweep in a directory, or continues the one there.
 *
 * @param text the YAML of the sweep.
 * @throws Error where the directory holds a sweep and `resume` is false, where it holds another
 * sweep than the text describes, or where another runner works on it.
 */
export async function openSweep(text: string, options: OpenSweepOptions): Promise<OpenSweep> {
  const { directory, makeId = () => Promise.resolve(randomId()) } = options;
  const { config, warnings } = parseConfiguration(text);
  Deno.mkdirSync(`${directory}/wandb`, { recursive: true });
  const journal = openJournal(`${directory}/journal.jsonl`);
  try {
    const events = [...journal.events];
    const record = (event: SweepEvent) => {
      journal.append(event);
      events.push(event);
    };
    const [first] = events;
    if (first?.type === "sweep") checkSame(first.configuration, config, options);
    else record(await newSweep(text, await makeId(config)));
    const { id, seed } = events[0] as SweepEvent & { type: "sweep" };
    return { id, seed, config, warnings, events, record, close: () => journal.close() };
  } catch (error) {
    journal.close();
    throw error;
  }
}

function newSweep(configuration: string, id: string): SweepEvent {
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { type: "sweep", id, seed, configuration, time: Date.now() };
}

/**
 * A resumed sweep must search the same space by the same metric, since its earlier runs count; the number of runs and
 * their command may change.
 */
function checkSame(
  text: string,
  config: SweepConfig,
  { directory, resume }: OpenSweepOptions,
): void {
  if (!resume) {
    throw new Error(
      `Cannot start a sweep in ${directory}: there is one already; continue it with --resume or ` +
        "choose another folder by --dir",
    );
  }
  const searched = ({ method, parameters, metric }: SweepConfig) =>
    JSON.stringify([method, parameters, metric?.name, metric?.goal]);
  if (searched(parseConfiguration(text).config) === searched(config)) return;
  throw new Error(
    `Cannot resume the sweep in ${directory}: its method, parameters or metric are not those of the file`,
  );
}
