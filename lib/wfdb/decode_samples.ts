/** Decodes the first `count` samples of the bytes of a signal file. Only format 212 and 16 for now. */
export function decodeSamples(bytes: Uint8Array, format: number, count: number): Int32Array {
  const samples = new Int32Array(count + 1);
  if (format === 212) {
    for (let i = 0, at = 0; i < count; i += 2, at += 3) {
      const middle = bytes[at + 1]!;
      samples[i] = (bytes[at]! | middle << 8) << 20 >> 20;
      samples[i + 1] = (bytes[at + 2]! | middle << 4 & 0xf00) << 20 >> 20;
    }
  } else if (format === 16) {
    for (let i = 0, at = 0; i < count; i++, at += 2) {
      samples[i] = (bytes[at]! | bytes[at + 1]! << 8) << 16 >> 16;
    }
  } else {
    throw new Error(`format ${format} is not decoded yet`);
  }
  return samples.subarray(0, count);
}
