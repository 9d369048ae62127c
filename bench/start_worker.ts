import type { Answer, Ready } from "./ours/answer_runs.ts";

/** A contender's process: warm, and asleep until it is told to run. */
export interface Worker {
  ready: Ready;
  /** One run. */
  run(): Promise<Answer>;
  /** Ends the process. */
  close(): Promise<void>;
}

/**
 * Starts a program that loads, warms up, writes a line of JSON, and from then on answers each line `run` that
 * it reads by a line of JSON with its seconds. It ends when its input does.
 *
 * @throws {Error} with the last of what the program said, when it ends before it has answered.
 */
export async function startWorker(
  command: string[],
  variables: Record<string, string> = {},
): Promise<Worker> {
  const [program, ...args] = command;
  const child = new Deno.Command(program!, {
    args,
    env: { ...workerEnvironment(), ...variables },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  const lines = textLines(child.stdout);
  const said = lastCharacters(child.stderr);
  const next = async <Message>(): Promise<Message> => {
    const { value } = await lines.next();
    if (value !== undefined) return JSON.parse(value);
    const { code } = await child.status;
    throw new Error(
      `Cannot run ${
        args.join(" ")
      }: wanted an answer, found its end with code ${code}\n${await said}`,
    );
  };
  return {
    ready: await next<Ready>(),
    async run() {
      // The end of a program is found in place of its answer, with what it said.
      await input.write(new TextEncoder().encode("run\n")).catch(() => {});
      return await next<Answer>();
    },
    async close() {
      await input.close().catch(() => {}); // it may have ended by itself
      await Promise.all([child.status, said, lines.return(undefined)]);
    },
  };
}

function workerEnvironment(): Record<string, string> {
  const environment = {
    ...Deno.env.toObject(),
    OMP_WAIT_POLICY: "passive", // threads that wait do not take the core from those that work
    PYTHONDONTWRITEBYTECODE: "1",
    TF_CPP_MIN_LOG_LEVEL: "2",
  };
  // numpy is to use the kernels made for this processor.
  delete (environment as Record<string, string>).OPENBLAS_CORETYPE;
  return environment;
}

async function* textLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of stream) {
    text += decoder.decode(bytes, { stream: true });
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
  }
}

async function lastCharacters(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of stream) {
    text = (text + decoder.decode(bytes, { stream: true })).slice(-3000);
  }
  return text;
}
