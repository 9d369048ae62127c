import {
  defaultThreads,
  keepKernelChoice,
  type KernelName,
  kernelNames,
  processorKind,
  startTensorflow,
} from "lib/tensorflow/mod.ts";
import { describeMachine, quietLoad } from "./describe_machine.ts";
import { type KernelTimes, timeKernel } from "./time_kernels.ts";

/**
 * Times every kernel on this processor and keeps for the trainings to come which of them are not used on it.
 *
 * @returns the ratios as a table in Markdown.
 */
export async function benchKernels(rounds: number, say: (line: string) => void): Promise<string> {
  const { load } = describeMachine();
  if (load > quietLoad) {
    say(`WARNING: the load is ${load}: with other programs at work the choice may be a wrong one.`);
  }
  await startTensorflow(defaultThreads());
  const times = kernelNames.map((kernel) => {
    say(`timing steps with and without ${kernel}`);
    return timeKernel(kernel, rounds);
  });
  keepKernelChoice(losers(times));
  return `${processorKind()}: time with the kernel by time without it\n\n${kernelsTable(times)}`;
}

/** A kernel with a ratio above this is not used on this processor; below it, the rounds' noise decides. */
export const worstRatio = 1.03;

/** The kernels that lost. */
export function losers(times: readonly KernelTimes[]): KernelName[] {
  const lost = new Set(times.filter(({ ratio }) => ratio > worstRatio).map(({ kernel }) => kernel));
  return kernelNames.filter((name) => lost.has(name));
}

/** The ratios as a table in Markdown. */
export function kernelsTable(times: readonly KernelTimes[]): string {
  const lost = losers(times);
  const lines = times.map(({ kernel, ratio, cases }) => {
    const each = cases.map((one) =>
      `${one.network.toUpperCase()} ${one.batch}: ${one.ratio.toFixed(2)}`
    );
    const use = lost.includes(kernel) ? "not used" : "in use";
    return `| ${kernel} | ${ratio.toFixed(2)} | ${each.join(", ")} | ${use} |`;
  });
  return ["| kernel | ratio | network, batch | here |", "| --- | --- | --- | --- |", ...lines]
    .join("\n");
}
