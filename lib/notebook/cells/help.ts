import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { show, type ShowOptions } from "./show.ts";

const doors = join(dirname(dirname(import.meta.dirname!)), "doors");

/** A function or a value of a namespace, with the first sentence of its documentation. */
export interface NamespaceEntry {
  /** Its name. */
  name: string;
  /** The first sentence of its documentation. */
  what: string;
}

/**
 * Shows what a namespace of `ecg-beats` holds, each name with the first sentence of its
 * documentation: `await help("figures")`. JupyterLab's completion shows names only, because the
 * Deno kernel gives it no documentation.
 *
 * @param namespace for instance "figures"; all namespaces by default.
 * @throws {Error} when there is no such namespace.
 */
export async function help(namespace?: string, options: ShowOptions = {}): Promise<void> {
  const entries = namespace === undefined ? await namespaces() : await namespaceEntries(namespace);
  await show(entries, { rows: entries.length, ...options });
}

/**
 * The functions and values of a namespace of `ecg-beats`, in alphabetical order.
 *
 * @throws {Error} when there is no such namespace.
 */
export async function namespaceEntries(namespace: string): Promise<NamespaceEntry[]> {
  const names = namespaceNames();
  if (!names.includes(namespace)) {
    throw new Error(
      `Cannot show help: wanted a namespace (${names.join(", ")}), found "${namespace}"`,
    );
  }
  const { symbols } = await doorDocumentation(namespace);
  return symbols.flatMap(({ name, declarations }) => {
    const [declaration] = declarations;
    const isType = declaration === undefined || /interface|typeAlias/.test(declaration.kind);
    return isType ? [] : [{ name, what: firstSentence(declaration.jsDoc?.doc) }];
  }).sort((a, b) => a.name < b.name ? -1 : 1);
}

async function namespaces(): Promise<NamespaceEntry[]> {
  return await Promise.all(
    namespaceNames().map(async (name) => {
      const { module_doc: documentation } = await doorDocumentation(name);
      return { name, what: firstSentence(documentation?.doc) };
    }),
  );
}

function namespaceNames(): string[] {
  return readdirSync(doors).map((file) => file.replace(/\.ts$/, "")).sort();
}

/** What Deno says of a door, as far as it is read here. */
interface DoorDocumentation {
  module_doc?: { doc?: string };
  symbols: { name: string; declarations: { kind: string; jsDoc?: { doc?: string } }[] }[];
}

async function doorDocumentation(name: string): Promise<DoorDocumentation> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--quiet", "--json", join(doors, `${name}.ts`)],
    cwd: dirname(dirname(doors)),
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot read the documentation: ${decoder.decode(stderr).trim()}`);
  const { nodes } = JSON.parse(decoder.decode(stdout)) as {
    nodes: Record<string, DoorDocumentation>;
  };
  return Object.values(nodes)[0]!;
}

/** The first sentence, or the first paragraph where that is shorter, as plain text in one line. */
function firstSentence(documentation = ""): string {
  const [paragraph = ""] = documentation.split("\n\n");
  const text = paragraph.replaceAll(/\{@link(?:code)? (\w+)\}/g, "$1").replaceAll(/\s+/g, " ")
    .trim();
  return text.match(/^.*?[.](?= [A-Z]|$)/)?.[0] ?? text;
}
