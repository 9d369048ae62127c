/** How one of WFDB's signal formats stores samples. */
export interface SignalFormat {
  /** Bits of a sample. */
  bits: number;
  /** Samples that share a group of bytes. */
  groupSamples: number;
  /** Bytes of such a group. */
  groupBytes: number;
  /** The raw integer that stands for a sample that was not recorded. */
  missing: number;
}

/**
 * The signal formats of WFDB by number, without the FLAC ones (508, 516, 524); 0 is a signal that is not stored at all.
 *
 * Source: WFDB's signal(5). Format 8 stores differences and has no value for a missing sample, so we take one that no
 * recording reaches.
 */
export const signalFormats: ReadonlyMap<number, SignalFormat> = new Map([
  [0, { bits: 0, groupSamples: 1, groupBytes: 0, missing: -32768 }],
  [8, { bits: 8, groupSamples: 1, groupBytes: 1, missing: -2147483648 }],
  [16, { bits: 16, groupSamples: 1, groupBytes: 2, missing: -32768 }],
  [24, { bits: 24, groupSamples: 1, groupBytes: 3, missing: -8388608 }],
  [32, { bits: 32, groupSamples: 1, groupBytes: 4, missing: -2147483648 }],
  [61, { bits: 16, groupSamples: 1, groupBytes: 2, missing: -32768 }],
  [80, { bits: 8, groupSamples: 1, groupBytes: 1, missing: -128 }],
  [160, { bits: 16, groupSamples: 1, groupBytes: 2, missing: -32768 }],
  [212, { bits: 12, groupSamples: 2, groupBytes: 3, missing: -2048 }],
  [310, { bits: 10, groupSamples: 3, groupBytes: 4, missing: -512 }],
  [311, { bits: 10, groupSamples: 3, groupBytes: 4, missing: -512 }],
]);
