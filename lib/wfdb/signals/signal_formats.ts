/** How one of WFDB's signal formats stores samples. */
export interface SignalFormat {
  /** Bits of a sample; of a difference in format 8. */
  bits: number;
  /** Bytes that hold the first 0, 1, 2 ... samples of a group of samples that share bytes; 0 where they tell nothing. */
  groupBytes: readonly number[];
  /** Whether a file is a FLAC stream with a channel for each signal; then `bits` are those of a sample at most. */
  flac?: true;
  /** The raw integer that stands for a sample that was not recorded. */
  missing: number;
}

/**
 * The signal formats of WFDB by number; 0 is a signal that no file holds.
 *
 * Source: WFDB's signal(5). Format 8 stores differences and knows no missing samples, so here they get a value that no
 * recording reaches.
 */
export const signalFormats: ReadonlyMap<number, SignalFormat> = new Map<number, SignalFormat>([
  [0, { bits: 0, groupBytes: [0, 0], missing: -32768 }],
  [8, { bits: 8, groupBytes: [0, 1], missing: -2147483648 }],
  [16, { bits: 16, groupBytes: [0, 2], missing: -32768 }],
  [24, { bits: 24, groupBytes: [0, 3], missing: -8388608 }],
  [32, { bits: 32, groupBytes: [0, 4], missing: -2147483648 }],
  [61, { bits: 16, groupBytes: [0, 2], missing: -32768 }],
  [80, { bits: 8, groupBytes: [0, 1], missing: -128 }],
  [160, { bits: 16, groupBytes: [0, 2], missing: -32768 }],
  [212, { bits: 12, groupBytes: [0, 2, 3], missing: -2048 }],
  [310, { bits: 10, groupBytes: [0, 2, 4, 4], missing: -512 }],
  [311, { bits: 10, groupBytes: [0, 2, 3, 4], missing: -512 }],
  [508, { bits: 8, groupBytes: [0, 0], missing: -128, flac: true }],
  [516, { bits: 16, groupBytes: [0, 0], missing: -32768, flac: true }],
  [524, { bits: 24, groupBytes: [0, 0], missing: -8388608, flac: true }],
]);

/** Whole samples that `byteCount` bytes of a format can hold: `Infinity` where bytes tell nothing of them. */
export function sampleCapacity(format: SignalFormat, byteCount: number): number {
  const perGroup = format.groupBytes.length - 1;
  const wholeGroup = format.groupBytes[perGroup]!;
  if (wholeGroup === 0) return Infinity;
  const rest = byteCount % wholeGroup;
  const extra = format.groupBytes.findLastIndex((bytes) => bytes <= rest);
  return Math.floor(byteCount / wholeGroup) * perGroup + extra;
}
