import { createHash } from "node:crypto";

/**
 * What the server does wrong to one request: never answers; answers with that status; falls silent or
 * breaks off half-way; ends half-way as if all were well; turns over one bit; sends the whole file, or a
 * wrong part, where a part is asked for; never ends.
 */
export type Fault =
  | "silent"
  | number
  | "stall"
  | "break"
  | "truncate"
  | "flip"
  | "ignore range"
  | "wrong range"
  | "endless";

/** A server of files on this machine that misbehaves as told. */
export interface RecordServer extends AsyncDisposable {
  /** Address of its folder, with a closing slash. */
  baseUrl: string;
  /** Requests that came in, as `100.dat` or `100.dat bytes=500-`. */
  requests: string[];
  /** Faults still to be committed, by file, one a request; "*" is for all files and never used up. */
  set faults(value: Record<string, Fault[]>);
}

/** Starts a server of the files, with a SHA256SUMS.txt of them. */
export function serveFiles(files: Record<string, Uint8Array<ArrayBuffer>>): RecordServer {
  const sums = Object.entries(files).map(([name, bytes]) => `${sha256(bytes)} ${name}\n`).join("");
  const served = { "SHA256SUMS.txt": new TextEncoder().encode(sums), ...files };
  const requests: string[] = [];
  let faults: Record<string, Fault[]> = {};
  const end = Promise.withResolvers<void>();
  const answer = async (request: Request): Promise<Response> => {
    const name = new URL(request.url).pathname.slice("/files/".length);
    const range = request.headers.get("range");
    requests.push(range ? `${name} ${range}` : name);
    const bytes = served[name as keyof typeof served];
    const fault = faults["*"]?.[0] ?? faults[name]?.shift();
    if (fault === "silent") await end.promise;
    if (typeof fault === "number") return new Response("", { status: fault });
    if (bytes === undefined) return new Response("", { status: 404 });
    return respond(bytes, range, fault);
  };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, answer);
  return {
    baseUrl: `http://127.0.0.1:${server.addr.port}/files/`,
    requests,
    set faults(value: Record<string, Fault[]>) {
      faults = value;
    },
    [Symbol.asyncDispose]: async () => {
      end.resolve();
      await server.shutdown();
    },
  };
}

/** SHA-256 in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function respond(whole: Uint8Array<ArrayBuffer>, range: string | null, fault?: Fault): Response {
  const [, first] = /^bytes=(\d+)-$/.exec(range ?? "") ?? [];
  const start = first === undefined || fault === "ignore range" ? 0 : Number(first);
  if (start > 0 && start >= whole.length) return new Response("", { status: 416 });
  const bytes = whole.slice(start);
  if (fault === "flip") bytes[bytes.length >> 1]! ^= 1;
  const headers = new Headers({ "content-length": String(bytes.length) });
  const shift = fault === "wrong range" ? 1 : 0;
  if (start > 0) {
    headers.set("content-range", `bytes ${start + shift}-${whole.length - 1}/${whole.length}`);
  }
  const status = start > 0 ? 206 : 200;
  const half = bytes.subarray(0, bytes.length >> 1);
  if (fault === "truncate") return new Response(half, { status });
  if (fault === "endless") headers.delete("content-length");
  if (fault !== "stall" && fault !== "break" && fault !== "endless") {
    return new Response(bytes, { status, headers });
  }
  return new Response(unfinished(half, fault), { status, headers });
}

/** Bytes after which the connection closes too early, nothing comes or they come again for ever. */
function unfinished(bytes: Uint8Array<ArrayBuffer>, fault: "break" | "stall" | "endless") {
  let pulls = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      if (pulls++ === 0 || fault === "endless") controller.enqueue(bytes);
      else if (fault === "break") controller.close();
      else await new Promise<void>(() => {});
    },
  });
}
