import type { Server } from "./find_server.ts";
import { postJson } from "./post_json.ts";

/** Files that grow on a W&B server, line by line. */
export interface FileStream {
  /** True once the server has said that the run should stop. */
  readonly stopped: boolean;
  /** Adds lines to the end of a file. */
  append(file: string, lines: readonly string[]): void;
  /** Replaces the content of a file by one line. */
  replace(file: string, line: string): void;
  /**
   * Sends what has not been sent yet, and that the run has ended.
   *
   * @throws Error where the server could not be reached within `patience`.
   */
  close(exitCode: number): Promise<void>;
}

/** When a stream sends, in milliseconds. */
export interface FileStreamOptions {
  /** Lines are gathered this long before they are sent. */
  gather?: number;
  /** After this long without lines the server is told that the run is still alive. */
  heartbeat?: number;
  /** How long closing keeps trying to reach the server. */
  patience?: number;
}

/**
 * Opens W&B's `file_stream` at a path such as `/files/ENTITY/PROJECT/RUN/file_stream`. One request
 * is under way at a time; what a failed request carried is sent again later.
 */
export function openFileStream(
  server: Server,
  path: string,
  options: FileStreamOptions = {},
): FileStream {
  const { gather = 1000, heartbeat = 30_000, patience = 10_000 } = options;
  const files = new Map<string, StreamedFile>();
  let stopped = false;
  let closed = false;
  let request: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fileNamed = (name: string) => {
    if (!files.has(name)) files.set(name, { offset: 0, waiting: [] });
    return files.get(name)!;
  };
  const somethingWaits = () => [...files.values()].some((file) => file.waiting.length > 0);

  async function send(ending?: { complete: true; exitcode: number }): Promise<void> {
    const sent = [...files].filter(([, file]) => file.waiting.length > 0)
      .map(([name, file]) => ({ name, file, content: [...file.waiting] }));
    const entries = sent.map(({ name, file, content }) => [name, { offset: file.offset, content }]);
    const body = entries.length > 0 ? { files: Object.fromEntries(entries) } : {};
    const answer = await postJson(server, path, { ...body, ...ending });
    for (const { file, content } of sent) acknowledge(file, content);
    stopped ||= answer?.stopped === true;
  }

  function sendIn(delay: number): void {
    clearTimeout(timer);
    if (closed) return;
    timer = setTimeout(() => {
      timer = undefined;
      request = send().then(
        () => sendIn(somethingWaits() ? gather : heartbeat),
        () => sendIn(5 * gather),
      );
    }, delay);
    Deno.unrefTimer(timer as unknown as number);
  }

  /** What comes first sets the time: before it the next heartbeat may be far away. */
  function gatherFromNow(): void {
    if (timer !== undefined && !somethingWaits()) sendIn(gather);
  }

  sendIn(heartbeat);
  return {
    get stopped() {
      return stopped;
    },
    append(name, lines) {
      gatherFromNow();
      fileNamed(name).waiting.push(...lines);
    },
    replace(name, line) {
      gatherFromNow();
      const file = fileNamed(name);
      file.single = true;
      file.waiting = [line];
    },
    async close(exitCode) {
      closed = true;
      clearTimeout(timer);
      await request;
      for (const end = Date.now() + patience;;) {
        try {
          return await send({ complete: true, exitcode: exitCode });
        } catch (error) {
          if (Date.now() > end) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.min(gather, patience / 4)));
        }
      }
    },
  };
}

/** A file of which the server has the first `offset` lines; the others wait. */
interface StreamedFile {
  offset: number;
  waiting: string[];
  /** A file of one line that is always sent whole. */
  single?: boolean;
}

function acknowledge(file: StreamedFile, content: readonly string[]): void {
  if (!file.single) {
    file.waiting.splice(0, content.length);
    file.offset += content.length;
  } else if (file.waiting[0] === content[0]) file.waiting = [];
}
