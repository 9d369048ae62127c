import type { Server } from "./find_server.ts";
import { postGraphql } from "./post_json.ts";

/** A sweep to register with a server. */
export interface CreateSweepOptions {
  /** The YAML of the sweep. */
  configuration: string;
  /** The W&B project. */
  project: string;
  /** The user or team that the project belongs to. */
  entity?: string;
}

/**
 * Registers a sweep with a W&B server, as `wandb sweep` does, so that runs can belong to it.
 *
 * @returns its identifier (WANDB_SWEEP_ID).
 * @throws Error where the server refuses it or does not answer.
 */
export async function createSweep(server: Server, options: CreateSweepOptions): Promise<string> {
  const { configuration, project, entity } = options;
  const data = await postGraphql(server, upsertSweep, {
    config: configuration,
    projectName: project,
    entityName: entity,
  });
  return data.upsertSweep.sweep.name;
}

const upsertSweep =
  `mutation UpsertSweep($config: String, $entityName: String, $projectName: String) {
  upsertSweep(input: {config: $config, entityName: $entityName, projectName: $projectName}) {
    sweep { name project { id name entity { id name } } } configValidationWarnings } }`;
