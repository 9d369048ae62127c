import { existsSync, globSync } from "node:fs";
import { join } from "node:path";

/**
 * NVIDIA's libraries, as pip lays them out, beside TensorFlow's: `nvidia/PACKAGE/lib/*.so*`. They are loaded
 * before TensorFlow's, which looks for them by name. Empty where there are none.
 */
export function cudaLibraries(directory: string): string[] {
  const root = join(directory, "nvidia");
  return existsSync(root) ? globSync(join(root, "*", "lib", "*.so*")).sort() : [];
}
