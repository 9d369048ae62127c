const mmapThreshold = -3; // M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of malloc.h
const trimThreshold = -1;

/**
 * Lets the C library's allocator keep the memory of freed tensors. By default a block of some 100 kB or more goes back
 * to the system and comes again as zeroed pages, one fault each, which slows down the steps of an LSTM. Only glibc
 * (Linux) has such settings.
 */
export function keepFreedMemory(): void {
  if (!Deno.build.target.endsWith("linux-gnu")) return;
  const { symbols } = Deno.dlopen("libc.so.6", {
    mallopt: { parameters: ["i32", "i32"], result: "i32" },
  });
  symbols.mallopt(mmapThreshold, 32 << 20); // the most it takes
  symbols.mallopt(trimThreshold, 0x7fffffff);
}
