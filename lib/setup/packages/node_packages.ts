import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SetupStep } from "../setup_step.ts";
import { explainFailure } from "../setup_error.ts";
import { hashFiles, isStamped, writeStamp } from "../stamp.ts";
import type { SetupPaths } from "../setup_paths.ts";

const NPM = "npm:npm@11";

/** Says whether node_modules holds what package.json and its lock ask for. */
export function hasNodePackages(paths: SetupPaths): boolean {
  return isStamped(stampPath(paths), stampContent(paths));
}

/**
 * Installs the node packages with npm, which Deno runs, so that no Node is needed. Install scripts
 * stay off: TensorFlow's would download a library that is not used here.
 */
export async function installNodePackages(step: SetupStep): Promise<void> {
  const { paths, run } = step;
  const command = existsSync(lockPath(paths)) ? "ci" : "install";
  const result = await run([
    ...[Deno.execPath(), "run", "-A", "--no-config", "--node-modules-dir=none", NPM],
    ...[command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    // Without a network npm would try for minutes.
    ...["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"],
  ]);
  if (result.code !== 0) {
    throw explainFailure(result, { doing: "install the node packages", root: paths.root });
  }
  writeStamp(stampPath(paths), stampContent(paths));
}

function stampPath(paths: SetupPaths): string {
  return join(paths.nodeModules, ".set-up");
}

function stampContent(paths: SetupPaths): string {
  const packages = hashFiles([join(paths.root, "package.json"), lockPath(paths)]);
  return `${Deno.build.os} ${Deno.build.arch} ${packages}\n`;
}

function lockPath(paths: SetupPaths): string {
  return join(paths.root, "package-lock.json");
}
