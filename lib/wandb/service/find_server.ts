import type { Environment } from "../environment.ts";

/** The address of a W&B server and the key that identifies a user. */
export interface Server {
  /** Address of the server. */
  baseUrl: string;
  /** The key that identifies the user. */
  apiKey: string;
}

/** Where to look, besides the environment. */
export interface FindServerOptions {
  /** Reads a text file, undefined where there is none. */
  readText?: (path: string) => string | undefined;
  /** The server of the installed W&B client, undefined where none is installed. */
  installedBaseUrl?: () => string | undefined;
}

/**
 * Finds the server that W&B's own client would use: WANDB_BASE_URL, else `base_url` in the
 * settings files `wandb/settings` and `~/.config/wandb/settings`, else the installed client's
 * default, which differs between its versions; and the key in WANDB_API_KEY, else in `~/.netrc`
 * (where `wandb login` puts it).
 *
 * @returns undefined where there is no key or no server: then a run is written to a folder only.
 */
export function findServer(
  environment: Environment,
  options: FindServerOptions = {},
): Server | undefined {
  const { readText = readTextFile, installedBaseUrl = askInstalledClient } = options;
  const home = environment.HOME ?? "";
  const netrc = readText(environment.NETRC || `${home}/.netrc`);
  const mayHaveKey = environment.WANDB_API_KEY || netrc?.includes("machine");
  if (!mayHaveKey) return undefined;
  const baseUrl = environment.WANDB_BASE_URL ||
    settingIn(readText(`${environment.WANDB_DIR || "."}/wandb/settings`)) ||
    settingIn(readText(`${environment.WANDB_CONFIG_DIR || `${home}/.config/wandb`}/settings`)) ||
    installedBaseUrl();
  if (!baseUrl) return undefined;
  const apiKey = environment.WANDB_API_KEY || keyIn(netrc ?? "", new URL(baseUrl).host);
  return apiKey ? { baseUrl: baseUrl.replace(/\/+$/, ""), apiKey } : undefined;
}

function readTextFile(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined; // W&B's client, too, ignores a file that it cannot read
  }
}

/** `wandb status` prints its settings as JSON, the server among them. */
function askInstalledClient(): string | undefined {
  try {
    const { stdout } = new Deno.Command("wandb", { args: ["status"], stdin: "null" }).outputSync();
    return /"base_url": "([^"]+)"/.exec(new TextDecoder().decode(stdout))?.[1];
  } catch {
    return undefined;
  }
}

function settingIn(text: string | undefined): string | undefined {
  return /^\s*base_url\s*[=:]\s*(\S+)/m.exec(text ?? "")?.[1];
}

function keyIn(netrc: string, host: string): string | undefined {
  const entry = netrc.split(/^\s*machine\s+/m).find((text) => text.split(/\s/)[0] === host);
  return /\spassword\s+(\S+)/.exec(entry ?? "")?.[1];
}
