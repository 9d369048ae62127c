import v8 from "node:v8";
import vm from "node:vm";

/**
 * Frees what is out of use now. V8 does so in its own time, when arrays of a day's recording, hundreds of megabytes
 * that nothing refers to any more, may still be there beside the next.
 */
export function collectGarbage(): void {
  v8.setFlagsFromString("--expose-gc");
  const collect: unknown = vm.runInNewContext("gc");
  if (typeof collect === "function") collect();
}
