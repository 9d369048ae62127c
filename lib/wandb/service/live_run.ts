import { stringifyExtendedJson } from "../log/extended_json.ts";
import { type FileStreamOptions, openFileStream } from "./file_stream.ts";
import type { Server } from "./find_server.ts";
import { postGraphql } from "./post_json.ts";
import type { Row, RunIdentity } from "../log/run_records.ts";

/** A run on a W&B server that receives rows, summary and console while the program runs. */
export interface LiveRun {
  /** True once the server wants the run to end. */
  readonly stopped: boolean;
  /** Sends a row. */
  log(row: Row): void;
  /** Sends values of the summary. */
  summarize(values: Row): void;
  /** Sends text of the console. */
  console(text: string): void;
  /**
   * Sends what is left and the exit code.
   *
   * @throws Error where the server cannot be reached.
   */
  finish(exitCode: number): Promise<void>;
}

/**
 * Registers a run with a W&B server (GraphQL `upsertBucket`, as its own client does) and streams
 * its rows, summary and console there.
 *
 * @throws Error where the server refuses the run or does not answer.
 */
export async function openLiveRun(
  server: Server,
  run: RunIdentity,
  options: FileStreamOptions = {},
): Promise<LiveRun> {
  const { entity, project } = await upsertRun(server, run);
  const path = `/files/${entity}/${project}/${run.id}/file_stream`;
  const stream = openFileStream(server, path, options);
  const summary: Row = {};
  const summarize = (values: Row) => {
    Object.assign(summary, values);
    stream.replace("wandb-summary.json", stringifyExtendedJson(summary));
  };
  return {
    get stopped() {
      return stream.stopped;
    },
    log(row) {
      stream.append("wandb-history.jsonl", [stringifyExtendedJson(row)]);
      summarize(row);
    },
    summarize,
    console: (text) => stream.append("output.log", text.replace(/\n$/, "").split("\n")),
    finish: (exitCode) => stream.close(exitCode),
  };
}

async function upsertRun(
  server: Server,
  run: RunIdentity,
): Promise<{ entity: string; project: string }> {
  const config = Object.entries(run.config).map(([key, value]) => [key, { value }]);
  const data = await postGraphql(server, upsertBucket, {
    name: run.id,
    project: run.project,
    entity: run.entity,
    sweep: run.sweepId,
    config: JSON.stringify(Object.fromEntries(config)),
    displayName: run.name,
    groupName: run.group,
    jobType: run.jobType,
    notes: run.notes,
    tags: run.tags,
    host: run.host,
  });
  const { project } = data.upsertBucket.bucket;
  return { entity: project.entity.name, project: project.name };
}

const upsertBucket = `mutation UpsertBucket($name: String, $project: String, $entity: String,
  $sweep: String, $config: JSONString, $displayName: String, $groupName: String, $jobType: String,
  $notes: String, $tags: [String!], $host: String) {
  upsertBucket(input: {name: $name, modelName: $project, entityName: $entity, sweep: $sweep,
    config: $config, displayName: $displayName, groupName: $groupName, jobType: $jobType,
    notes: $notes, tags: $tags, host: $host}) {
    bucket { id name displayName project { id name entity { id name } } } inserted } }`;
