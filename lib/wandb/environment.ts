import { boolYaml11Tag, defineScalarTag, load, NOT_RESOLVED, YAML11_SCHEMA } from "js-yaml";
import { pythonBoolean } from "./python_boolean.ts";
import type { Row, RunIdentity } from "./log/run_records.ts";

/** Names and values of environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What environment variables say about a run. W&B's agent and users set them. */
export interface RunEnvironment
  extends Partial<Omit<RunIdentity, "host" | "startTime" | "config">> {
  /** The directory that holds the folder `wandb`. */
  directory?: string;
  /** A run is "disabled" only where WANDB_MODE says so. */
  mode?: "online" | "offline" | "disabled";
  /** Parameters that a sweep chose for this run. */
  parameters: Row;
}

/**
 * Reads W&B's variables: WANDB_RUN_ID, WANDB_SWEEP_ID, WANDB_PROJECT, WANDB_ENTITY, WANDB_NAME,
 * WANDB_RUN_GROUP, WANDB_JOB_TYPE, WANDB_NOTES, WANDB_TAGS, WANDB_DIR, WANDB_MODE and the file
 * that WANDB_SWEEP_PARAM_PATH names.
 *
 * @throws Error where that file cannot be read or WANDB_MODE is not one of W&B's modes.
 */
export function readEnvironment(environment: Environment): RunEnvironment {
  const get = (name: string) => environment[`WANDB_${name}`] || undefined;
  return {
    id: get("RUN_ID"),
    project: get("PROJECT"),
    entity: get("ENTITY"),
    name: get("NAME"),
    group: get("RUN_GROUP"),
    jobType: get("JOB_TYPE"),
    notes: get("NOTES"),
    tags: get("TAGS")?.split(","),
    sweepId: get("SWEEP_ID"),
    directory: get("DIR"),
    mode: modeOf(get("MODE")),
    parameters: sweepParameters(get("SWEEP_PARAM_PATH")),
  };
}

function modeOf(mode: string | undefined): RunEnvironment["mode"] {
  if (mode === "dryrun") return "offline";
  if (mode === "run" || mode === "shared") return "online";
  if (mode === undefined || mode === "online" || mode === "offline" || mode === "disabled") {
    return mode;
  }
  throw new Error(
    `Cannot log a run: WANDB_MODE must be online, offline or disabled but is ${mode}`,
  );
}

/** The file is YAML 1.1: `wandb_version: 1`, then for each name a mapping with `value`. */
function sweepParameters(path: string | undefined): Row {
  if (path === undefined) return {};
  const document = load(Deno.readTextFileSync(path), { schema });
  if (typeof document !== "object" || document === null) {
    throw new Error(`Cannot read sweep parameters: wanted a mapping in ${path}`);
  }
  const entries = Object.entries(document as Record<string, { value?: unknown }>)
    .filter(([name]) => name !== "wandb_version");
  return Object.fromEntries(entries.map(([name, item]) => [name, item?.value ?? null]));
}

const schema = YAML11_SCHEMA.withTags(
  defineScalarTag<boolean>("tag:yaml.org,2002:bool", {
    ...boolYaml11Tag,
    resolve: (source) => pythonBoolean(source) ?? NOT_RESOLVED,
  }),
);
