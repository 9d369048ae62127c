import { join } from "node:path";

/** The short name of the project's commit, with `+` where files differ from it; undefined outside git. */
export function projectCommit(): string | undefined {
  const git = (...args: string[]) => {
    const cwd = join(import.meta.dirname!, "../../..");
    const { success, stdout } = new Deno.Command("git", { args, cwd, stderr: "null" }).outputSync();
    return success ? new TextDecoder().decode(stdout).trim() : undefined;
  };
  try {
    const commit = git("rev-parse", "--short", "HEAD");
    const changed = git("status", "--porcelain", "--untracked-files=no");
    return commit === undefined ? undefined : `${commit}${changed ? "+" : ""}`;
  } catch {
    return undefined; // no git here
  }
}
