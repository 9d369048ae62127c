import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type KernelName, kernelNames } from "./kernels.ts";
import { processorKind } from "./processor.ts";

/** What was measured on a kind of processor. */
export interface KernelChoice {
  /** {@linkcode processorKind} where it was measured. */
  processor: string;
  /** Kernels that were slower than what they replace. */
  unused: KernelName[];
}

/** Where the choice of this checkout is kept. */
export const kernelChoicePath = join(import.meta.dirname!, "../../.venv/kernels.json");

/**
 * The kernels that were measured to be slower on this kind of processor, by `deno task bench kernels`; none where
 * nothing was measured, or on another processor.
 */
export function measuredLosers(path = kernelChoicePath): KernelName[] {
  if (!existsSync(path)) return [];
  const { processor, unused } = JSON.parse(readFileSync(path, "utf8")) as KernelChoice;
  return processor === processorKind() ? kernelNames.filter((name) => unused.includes(name)) : [];
}

/** Stores a choice for later trainings. */
export function keepKernelChoice(unused: KernelName[], path = kernelChoicePath): void {
  const choice: KernelChoice = { processor: processorKind(), unused };
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
  writeFileSync(part, JSON.stringify(choice, null, 2) + "\n");
  renameSync(part, path);
}
