import assert from "node:assert/strict";
import { instructionSets } from "lib/tensorflow/mod.ts";
import { describeMachine, machineText } from "../../bench/describe_machine.ts";
import { sampleResult } from "./sample_result.ts";

Deno.test("instructionSets() keeps those for vectors and matrices", () => {
  const cpuinfo =
    "model name\t: Fast One\nflags\t\t: fpu sse avx fma avx2 avx512f rdrand amx_tile\n";
  assert.deepEqual(instructionSets(cpuinfo), ["amx_tile", "avx", "avx2", "avx512f", "fma"]);
  assert.deepEqual(instructionSets("Features\t: fp asimd sve2 crc32\n"), ["asimd", "sve2"]);
  assert.deepEqual(instructionSets(""), []);
});

Deno.test("describeMachine() finds this machine", () => {
  const machine = describeMachine();
  assert.ok(machine.cpu.length > 0);
  assert.ok(machine.cores >= 1 && machine.memory_gib >= 1 && machine.load >= 0);
});

Deno.test("machineText() names the widest vectors only", () => {
  assert.equal(machineText(sampleResult().machine), "Fast One, 2 cores, avx2, 16 GiB, Linux");
});
