/** Every program that set-up starts carries the checkout's path in this variable. */
const MARK = "ECG_BEATS_SET_UP";

/** The variable that marks the programs which set-up starts for the checkout `root`. */
export function setupMark(root: string): Record<string, string> {
  return { [MARK]: root };
}

/**
 * Ends the programs that a killed set-up of the checkout `root` left running, and those that they
 * started, so that they do not interfere with the next set-up. Only on Linux can the mark be read;
 * elsewhere nothing is done.
 */
export async function endLeftovers(root: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const leftovers = markedProcesses(root);
    if (leftovers.length === 0) return;
    for (const processId of leftovers) kill(processId);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function markedProcesses(root: string): number[] {
  if (Deno.build.os !== "linux") return [];
  const mark = `\0${MARK}=${root}\0`;
  const processIds = [];
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const environment = `\0${Deno.readTextFileSync(`/proc/${name}/environ`)}\0`;
      if (environment.includes(mark)) processIds.push(Number(name));
    } catch {
      // It ended meanwhile, or it belongs to another user.
    }
  }
  return processIds;
}

function kill(processId: number): void {
  try {
    Deno.kill(processId, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}
