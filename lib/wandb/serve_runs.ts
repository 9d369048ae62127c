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
  /** What WANDB_API_KEY is to be: the server answers nobody else. */
  readonly apiKey: string;
  /** What clients told, by the identifier of the run. */
  readonly runs: Map<string, ReceivedRun>;
  close(): Promise<void>;
}

/** More that a server can answer, and how much it takes. */
export interface ServeRunsOptions {
  /** Bytes of one request at most; 16 MiB by default. */
  largestRequest?: number;
  /** Bytes at most of all that clients told to be kept, what they repeat included; 512 MiB by default. */
  mostKept?: number;
  /** Answers GraphQL operations that this server does not know; undefined: neither does this. */
  answer?: (operation: string, variables: Row) => unknown;
  /** Is told of every request. */
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
    const body = uploadRun ? undefined : parsed(text);
    const operation = /^\s*(?:query|mutation)\s+(\w+)/.exec(body?.query ?? "")?.[1];
    if (id || operation === "UpsertBucket") {
      const size = pathname.length + text.length; // the address too: a run without content is kept as well
      if (kept + size > mostKept) return new Response("too much is kept already", { status: 413 });
      kept += size;
    }
    if (uploadRun) {
      runNamed(runs, uploadRun).files[decodeURIComponent(name)] = text;
      options.onRequest?.({ path: pathname, authorization });
      return new Response();
    }
    if (body === undefined) return new Response("wanted JSON", { status: 400 });
    options.onRequest?.({ path: pathname, operation, body, authorization });
    if (operation) {
      const uploadUrl = `${baseUrl}/upload/${apiKey}`;
      const data = answers[operation]?.(body.variables ?? {}, { runs, uploadUrl }) ??
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

  return { baseUrl, apiKey, runs, close: () => server.shutdown() };
}

// deno-lint-ignore no-explicit-any
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request's body; `undefined` when it is larger than `most` bytes, which are not all read then. */
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
  /** Where files of runs are sent to. */
  uploadUrl: string;
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
