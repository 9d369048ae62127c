/** TensorFlow's own settings where the user has made none; it reads them as it is loaded. */
export function setDefaults(): void {
  for (const [name, value] of Object.entries(defaults)) {
    if (!Deno.env.has(name)) Deno.env.set(name, value);
  }
}

/**
 * Flags for XLA, which reads them when it first compiles; flags of the user come after them and win. Loops are
 * emitted directly, not by way of MLIR, and not unrolled: that takes half of the time to compile and gives the
 * same bits, no slower.
 *
 * @param version TensorFlow's; a flag that another version does not know would end the process.
 */
export function setCompilerFlags(version: string): void {
  if (!version.startsWith("2.21.")) return;
  const flags = [
    "--xla_cpu_use_fusion_emitters=false",
    "--xla_backend_extra_options=xla_cpu_disable_loop_unrolling=true",
    Deno.env.get("XLA_FLAGS") ?? "",
  ];
  Deno.env.set("XLA_FLAGS", flags.join(" ").trim());
}

const defaults = {
  // Errors only: what it tells of the processor and of its kernels is for its own developers.
  TF_CPP_MIN_LOG_LEVEL: "2",
  // TensorFlow itself decides by the processor whether oneDNN's ops replace its own. They make a captured step
  // slower and round otherwise: without them a seed gives the same weights on more processors.
  TF_ENABLE_ONEDNN_OPTS: "0",
};
