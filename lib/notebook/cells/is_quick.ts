/**
 * True when notebooks are executed in quick mode (`ECG_QUICK=1`), where a cell should take fewer
 * rows and epochs: enough to see that it works, not enough for results.
 */
export function isQuick(): boolean {
  return Deno.env.get("ECG_QUICK") === "1";
}
