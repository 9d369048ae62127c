import { readFileSync } from "node:fs";
import os from "node:os";
import { instructionSets, widestInstructions } from "lib/tensorflow/mod.ts";

/** What a time was measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  /** Instruction sets that matter for arithmetic, as Linux names them. */
  instructions: string[];
  memory_gib: number;
  os: string;
  /** Mean number of programs that ran or wanted to, over the last minute before the benchmark. */
  load: number;
}

/** Load above which other programs take so much of the processor that times are worth nothing. */
export const quietLoad = 0.5;

/** Describes this machine. */
export function describeMachine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() || Deno.build.arch,
    cores: navigator.hardwareConcurrency,
    instructions: instructionSets(readIfThere("/proc/cpuinfo")),
    memory_gib: Math.round(os.totalmem() / 2 ** 30),
    os: systemName(),
    load: Math.round(os.loadavg()[0]! * 100) / 100,
  };
}

/** What decides about speed: the processor and the widest instructions that it has. */
export function machineKind({ cpu, instructions }: Machine): string {
  return [cpu, widestInstructions(instructions)].filter(Boolean).join(", ");
}

/** One line about a machine. */
export function machineText({ cpu, cores, instructions, memory_gib, os }: Machine): string {
  const words = [cpu, `${cores} cores`, widestInstructions(instructions), `${memory_gib} GiB`, os];
  return words.filter(Boolean).join(", ");
}

function systemName(): string {
  const pretty = readIfThere("/etc/os-release").match(/^PRETTY_NAME="?(.*?)"?$/m)?.[1];
  return `${pretty ?? os.type()} (${os.type()} ${os.release()})`;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
