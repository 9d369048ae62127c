import { readFileSync } from "node:fs";
import os from "node:os";

/** This machine's kind of processor, as far as the speed of arithmetic goes: "AMD EPYC, avx2". */
export function processorKind(): string {
  const model = os.cpus()[0]?.model.trim() || Deno.build.arch;
  const widest = widestInstructions(instructionSets(readIfThere("/proc/cpuinfo")));
  return widest ? `${model}, ${widest}` : model;
}

/** The instruction sets for vectors and matrices in the flags of Linux's /proc/cpuinfo. */
export function instructionSets(cpuinfo: string): string[] {
  const flags = cpuinfo.match(/^(?:flags|Features)\s*:\s*(.*)$/m)?.[1]?.split(/\s+/) ?? [];
  return flags.filter((flag) => /^(avx.*|fma|amx.*|asimd|asimddp|sve.*)$/.test(flag)).sort();
}

/** The one of these instruction sets that decides how much a step of arithmetic does. */
export function widestInstructions(sets: readonly string[]): string | undefined {
  return ["amx_tile", "avx512_vnni", "avx512f", "avx2", "avx", "sve", "asimd"]
    .find((name) => sets.includes(name));
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
