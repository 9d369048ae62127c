import { addedSize, keep, parseStream, type ReceivedRun, type Told } from "./received_run.ts";
import type { Row } from "./log/run_records.ts";

/** A W&B server on this machine. */
export interface RunServer {
  /** The value for WANDB_BASE_URL. */
  readonly baseUrl: string;
  /** The value for WANDB_API_KEY; requests without it are refused. */
  readonly apiKey: string;
  /** What clients have logged, by the identifier of the run. */
  readonly runs: Map<string, ReceivedRun>;
  /** Ends the server. */
  close(): Promise<void>;
}

/** What a server answers besides, and its limits. */
export interface ServeRunsOptions {
  /** Bytes of one request at most; 16 MiB by default. */
  largestRequest?: number;
  /** Characters of all that is kept at most; 512 Mi by default. */
  mostKept?: number;
  /** Answers GraphQL operations that this server does not know; undefined for those that it does not know either. */
  answer?: (operation: string, variables: Row) => unknown;
  /** Called with every request. */
  onRequest?: (
    request: { path: string; operation?: string; body?: unknown; authorization: string | null },
  ) => void;
}

/**
 * Serves on the loopback interface the part of W&B's protocol that its clients need to log a run,
 * so that an unmodified program can be followed, and stopped, without an account. Requests without the server's
 * key, from a web page (which tells its Origin), or to another Host are refused.
 */
export function serveRuns(options: ServeRunsOptions = {}): RunServer {
  const { largestRequest = 16 << 20, mostKept = 512 << 20 } = options;
  const runs = new Map<string, ReceivedRun>();
  const apiKey = `local-${crypto.getRandomValues(new Uint8Array(20)).toHex()}`; // Python's client wants 40 digits
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, handle);
  const host = `127.0.0.1:${server.addr.port}`;
  const baseUrl = `http://${host}`;
  let kept = 0;

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const authorization = request.headers.get("authorization");
    const [, key, uploadRun, name = ""] = /^\/upload\/([^/]+)\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const isTrial = authorization === `Basic ${btoa(`api:${apiKey}`)}` || key === apiKey;
    if (!isTrial || request.headers.has("origin") || request.headers.get("host") !== host) {
      await request.body?.cancel();
      return new Response("only the trials of this sweep are answered here", { status: 403 });
    }
    const id = /^\/files\/[^/]+\/[^/]+\/([^/]+)\/file_stream$/.exec(pathname)?.[1] ?? uploadRun;
    if (pathname !== "/graphql" && !id) return new Response("not found", { status: 404 });
    const text = await textWithin(request, largestRequest);
    if (text === undefined) return new Response("too large", { status: 413 });
    try {
      const body = uploadRun ? undefined : JSON.parse(text);
      const operation = /^\s*(?:query|mutation)\s+(\w+)/.exec(body?.query ?? "")?.[1];
      if (!id && !operation) throw new Error("wanted a GraphQL operation, found none");
      const variables = body?.variables ?? {};
      const isUpsert = operation === "UpsertBucket";
      const named: string | undefined = isUpsert ? variables.name : id;
      const told: Told = uploadRun
        ? { type: "file", name: decodeURIComponent(name), text }
        : operation
        ? {
          type: "configuration",
          config: isUpsert && variables.config && JSON.parse(variables.config),
        }
        : parseStream(body);
      const added = named === undefined ? 0 : addedSize(runs.get(named), told);
      if (kept + added > mostKept) return new Response("too much is kept already", { status: 413 });
      options.onRequest?.({ path: pathname, operation, body, authorization });
      const isNew = named !== undefined && !runs.has(named);
      const run = named === undefined ? undefined : keep(runs, named, told);
      kept += added;
      if (uploadRun) return new Response();
      if (!operation) return Response.json({ limits: {}, stopped: run!.stopped });
      const uploadUrl = `${baseUrl}/upload/${apiKey}`;
      const data = isUpsert
        ? upsertBucket(run!, variables, isNew)
        : answers[operation]?.(variables, { runs, uploadUrl }) ??
          options.answer?.(operation, variables);
      const errors = data === undefined
        ? [{ message: `${operation} is not known here` }]
        : undefined;
      return Response.json({ data: data ?? null, errors });
    } catch (error) {
      const found = error instanceof Error ? error.message : error;
      return new Response(`Cannot take the request: ${found}`, { status: 400 });
    }
  }

  return { baseUrl, apiKey, runs, close: () => server.shutdown() };
}

/** A request's body; `undefined` when it is larger than `most` bytes: then the rest is not read. */
async function textWithin(request: Request, most: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  for await (const bytes of request.body ?? []) {
    size += bytes.length;
    if (size > most) return undefined;
    text += decoder.decode(bytes, { stream: true });
  }
  return text;
}

interface Answering {
  runs: RunServer["runs"];
  /** Where files of runs are sent to. */
  uploadUrl: string;
}

/** Answers to what W&B's clients ask before, during and after a run, by GraphQL operation. */
// deno-lint-ignore no-explicit-any
const answers: Record<string, (variables: any, server: Answering) => unknown> = {
  CreateRunFiles: ({ run, files }, { uploadUrl }) => ({
    createRunFiles: {
      runID: run,
      uploadHeaders: [],
      files: files.map((name: string) => ({
        name,
        uploadUrl: `${uploadUrl}/${run}/${encodeURIComponent(name)}`,
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

/** Starts or resumes a run (its project, entity, sweep and name) and gives the answer to the client. */
// deno-lint-ignore no-explicit-any
function upsertBucket(run: ReceivedRun, variables: any, inserted: boolean) {
  run.project = variables.project ?? run.project;
  run.entity = variables.entity || run.entity || "local";
  run.sweepId = variables.sweep ?? run.sweepId;
  run.displayName = variables.displayName ?? run.displayName;
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
}
