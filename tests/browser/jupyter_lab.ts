import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { notebookText, readNotebook } from "lib/notebook/mod.ts";
import { writeSyntheticRecords } from "lib/sources/mod.ts";

const root = join(import.meta.dirname!, "..", "..");

/** Where copies of the notebooks lie, beside `notebooks` so that their paths hold, and screenshots. */
export const folder = join(root, "browser-test");

/** What a notebook reads from the folder that it lies in. */
const trainings = "trainings";

/** The names of the notebooks there are. */
export const notebookNames = readdirSync(join(root, "notebooks"))
  .filter((name) => name.endsWith(".ipynb")).sort();

/** A JupyterLab that runs. */
export interface JupyterLab {
  /** The page of a notebook's copy. */
  address(name: string): string;
  /** Ends it and fails when a program of it goes on. */
  stop(): Promise<void>;
}

/**
 * Starts what `deno task lab --no-browser --port N` does, in quick mode, on copies of the notebooks
 * without outputs. The records are those that ECG_DATA names, else synthetic ones.
 */
export async function startJupyterLab(): Promise<JupyterLab> {
  await copyNotebooks();
  const mark = `ECG_BROWSER_TEST=${crypto.randomUUID()}`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/setup/task.ts", "lab", "--no-browser", "--port", `${freePort()}`],
    cwd: root,
    env: {
      ECG_QUICK: "1",
      ECG_DATA: Deno.env.get("ECG_DATA") || await syntheticRecords(),
      ...Object.fromEntries([mark.split("=")]),
    },
    stdin: "null",
    stdout: "inherit",
    stderr: "piped",
  }).spawn();
  const { address, drained } = await waitForAddress(child.stderr);
  return {
    address: (name) => {
      // A workspace of its own, with nothing open; its name may hold no dot.
      const workspace = name.replaceAll(".", "_");
      return `${address.origin}/lab/workspaces/${workspace}/tree/browser-test/${name}` +
        `${address.search}&reset`;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await child.status;
      await drained;
      assert.deepEqual(await processesLeft(mark), [], "JupyterLab has ended, but these have not");
      for (const name of [...notebookNames, trainings, ".ipynb_checkpoints"]) {
        await rm(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

async function copyNotebooks(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const name of notebookNames) {
    const notebook = await readNotebook(join(root, "notebooks", name));
    const cells = notebook.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, execution_count: null, outputs: [] } : cell
    );
    await Deno.writeTextFile(join(folder, name), notebookText({ ...notebook, cells }));
  }
  await cp(join(root, "notebooks", trainings), join(folder, trainings), { recursive: true });
}

async function syntheticRecords(): Promise<string> {
  const directory = join(root, "data", "synthetic");
  await mkdir(join(root, "data"), { recursive: true });
  await writeSyntheticRecords(directory);
  return directory;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Waits until JupyterLab prints its address; from then on what it prints is read and dropped. */
async function waitForAddress(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  let printed = "";
  const [reader, decoder] = [stream.getReader(), new TextDecoder()];
  while (!/http:\/\/127\S+\s/.test(printed)) {
    const { value, done } = await reader.read();
    assert.ok(!done, `JupyterLab ended:\n${printed}`);
    printed += decoder.decode(value, { stream: true });
  }
  const drain = async () => {
    while (!(await reader.read()).done);
  };
  return { address: new URL(printed.match(/http:\/\/127\S+/)![0]), drained: drain() };
}

/** The programs that still carry the mark after a while; only Linux tells. */
async function processesLeft(mark: string): Promise<string[]> {
  for (let attempt = 0;; attempt++) {
    const left = markedProcesses(mark);
    if (left.length === 0 || attempt === 100) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function markedProcesses(mark: string): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const environment = Deno.readTextFileSync(`/proc/${name}/environ`);
      if (!environment.split("\0").includes(mark)) return [];
      return [`${name} ${Deno.readTextFileSync(`/proc/${name}/cmdline`).replaceAll("\0", " ")}`];
    } catch {
      // It ended meanwhile, or it is another user's and so none of ours.
      return [];
    }
  });
}
