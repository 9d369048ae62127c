import type { BenchmarkResult } from "../../bench/summarize.ts";

/** A result of a benchmark, made up; `changes` replaces parts. */
export function sampleResult(changes: Partial<BenchmarkResult> = {}): BenchmarkResult {
  return {
    title: "CNN, an epoch, batch 32",
    medians: { ours: 2, keras: 5, pytorch: 8 },
    settings: { ours: "1 thread an op", keras: "2 threads an op", pytorch: "2 threads" },
    ratio: 0.4,
    rows: 8192,
    rounds: 5,
    measured: [],
    facts: {},
    versions: { keras: "3.15.1" },
    source: { name: "MIT-BIH Arrhythmia Database 1.0.0", synthetic: false },
    date: "2026-01-31T10:00:00.000Z",
    machine: {
      cpu: "Fast One",
      cores: 2,
      instructions: ["avx", "avx2"],
      memory_gib: 16,
      os: "Linux",
      load: 0.02,
    },
    ...changes,
  } as BenchmarkResult;
}
