import { parseExtendedJson } from "./extended_json.ts";
import type { Row } from "./run_records.ts";

/** A run as a server has it. */
export interface ReceivedRun {
  id: string;
  project: string;
  entity: string;
  sweepId?: string;
  displayName?: string;
  config: Row;
  history: Row[];
  summary: Row;
  console: string[];
  /** Undefined until the run has said that it ended. */
  exitCode?: number;
  /** Uploaded files by name. */
  files: Record<string, string>;
  /** Set it to let the client stop the run. */
  stopped: boolean;
}

/** A W&B server on this machine. */
export interface RunServer {
  /** What WANDB_BASE_URL is to be. */
  readonly baseUrl: string;
  /** What clients told, by the identifier of the run. */
  readonly runs: Map<string, ReceivedRun>;
  close(): Promise<void>;
}

/** More that a server can answer. */
export interface ServeRunsOptions {
  /** Answers GraphQL operations that this server does not know; undefined: neither does this. */
  answer?: (operation: string, variables: Row) => unknown;
  /** Is told of every request. */
  onRequest?: (
    request: { path: string; operation?: string; body?: unknown; authorization: string | null },
  ) => void;
}

/**
 * Serves on the loopback interface the part of W&B's protocol that its clients need to log a run,
 * so that an unmodified program can be followed, and stopped, without an account.
 */
export function serveRuns(options: ServeRunsOptions = {}): RunServer {
  const runs = new Map<string, ReceivedRun>();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, handle);
  const baseUrl = `http://127.0.0.1:${server.addr.port}`;

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const authorization = request.headers.get("authorization");
    if (request.method === "PUT") {
      const [, id = "", name = ""] = /^\/upload\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
      runNamed(runs, id).files[decodeURIComponent(name)] = await request.text();
      options.onRequest?.({ path: pathname, authorization });
      return new Response();
    }
    const id = /^\/files\/[^/]+\/[^/]+\/([^/]+)\/file_stream$/.exec(pathname)?.[1];
    if (pathname !== "/graphql" && !id) return new Response("not found", { status: 404 });
    const body = await request.json();
    const operation = /^\s*(?:query|mutation)\s+(\w+)/.exec(body?.query ?? "")?.[1];
    options.onRequest?.({ path: pathname, operation, body, authorization });
    if (operation) {
      const data = answers[operation]?.(body.variables ?? {}, { runs, baseUrl }) ??
        options.answer?.(operation, body.variables ?? {});
      const errors = data === undefined
        ? [{ message: `${operation} is not known here` }]
        : undefined;
      return Response.json({ data: data ?? null, errors });
    }
    const run = runNamed(runs, id ?? "");
    receive(run, body);
    return Response.json({ limits: {}, stopped: run.stopped });
  }

  return { baseUrl, runs, close: () => server.shutdown() };
}

function runNamed(runs: RunServer["runs"], id: string): ReceivedRun {
  const run = runs.get(id) ?? {
    id,
    project: "",
    entity: "",
    config: {},
    history: [],
    summary: {},
    console: [],
    files: {},
    stopped: false,
  };
  runs.set(id, run);
  return run;
}

interface StreamBody {
  files?: Record<string, { offset: number; content: string[] }>;
  complete?: boolean;
  exitcode?: number;
}

/** Lines at offsets, so that a request that is repeated does no harm. */
function receive(run: ReceivedRun, { files = {}, complete, exitcode }: StreamBody): void {
  for (const [name, { offset, content }] of Object.entries(files)) {
    if (name === "wandb-history.jsonl") {
      run.history.splice(offset, content.length, ...content.map(parseExtendedJson));
    } else if (name === "output.log") run.console.splice(offset, content.length, ...content);
    else if (name === "wandb-summary.json") run.summary = parseExtendedJson(content.at(-1)!);
  }
  if (complete) run.exitCode = exitcode ?? 0;
}

interface Answering {
  runs: RunServer["runs"];
  baseUrl: string;
}

/** What W&B's clients ask before, while and after they log a run, by GraphQL operation. */
// deno-lint-ignore no-explicit-any
const answers: Record<string, (variables: any, server: Answering) => unknown> = {
  UpsertBucket(variables, { runs }) {
    const inserted = !runs.has(variables.name);
    const run = runNamed(runs, variables.name);
    run.project = variables.project ?? run.project;
    run.entity = variables.entity || run.entity || "local";
    run.sweepId = variables.sweep ?? run.sweepId;
    run.displayName = variables.displayName ?? run.displayName;
    if (variables.config) run.config = JSON.parse(variables.config);
    const entity = { id: "entity", name: run.entity };
    const bucket = {
      id: btoa(`Run:v1:${run.id}`),
      name: run.id,
      displayName: run.displayName ?? run.id,
      description: "",
      config: JSON.stringify(run.config),
      sweepName: run.sweepId ?? null,
      historyLineCount: run.history.length,
      project: { id: "project", name: run.project || "uncategorized", entity },
    };
    return { upsertBucket: { bucket, inserted } };
  },
  CreateRunFiles: ({ run, files }, { baseUrl }) => ({
    createRunFiles: {
      runID: run,
      uploadHeaders: [],
      files: files.map((name: string) => ({
        name,
        uploadUrl: `${baseUrl}/upload/${run}/${encodeURIComponent(name)}`,
      })),
    },
  }),
  RunStoppedStatus: ({ runId }, { runs }) => ({
    project: { run: { stopped: runs.get(runId)?.stopped ?? false } },
  }),
  RunResumeStatus: () => ({ model: null }),
  Viewer: () => ({
    viewer: { id: "user", entity: "local", username: "local", flags: "{}", teams: { edges: [] } },
  }),
  ServerInfo: () => ({ serverInfo: { cliVersionInfo: null, latestLocalVersionInfo: null } }),
  ServerFeaturesQuery: () => ({ serverInfo: { features: [] } }),
  ProbeServerSettings: () => ({ ServerSettingsType: { fields: [] } }),
  ProbeServerCapabilities: () => ({
    QueryType: { fields: [] },
    MutationType: { fields: [] },
    ServerInfoType: { fields: [] },
  }),
};
