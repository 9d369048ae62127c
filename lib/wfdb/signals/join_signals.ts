import type { SignalHeader } from "../header/parse_signal_line.ts";
import { signalFormats } from "./signal_formats.ts";

/**
 * The header of a signal joined from those of segments, `parts` being its headers in them.
 *
 * Where the parts agree on scale or format, that is the joined signal's; otherwise the layout's scale, as in WFDB's own
 * library, and format 32, whose missing sample no other format can reach.
 */
export function joinedHeader(
  layout: SignalHeader,
  parts: readonly SignalHeader[],
): SignalHeader {
  const [first = layout] = parts;
  const scale = parts.every((part) => sameScale(part, first)) ? first : layout;
  const sameUnits = parts.every(({ units }) => units === first.units);
  const sameFormat = parts.every(({ format }) => format === first.format);
  return {
    ...layout,
    fileName: "~",
    format: sameFormat && scale === first ? first.format : 32,
    skew: 0,
    byteOffset: 0,
    gain: scale.gain,
    baseline: scale.baseline,
    // A layout without units would call everything mV.
    units: sameUnits ? first.units : layout.units,
    adcResolution: scale.adcResolution,
    adcZero: scale.adcZero,
    checksum: undefined,
  };
}

/** What {@linkcode placeSamples} needs to know: where the samples go, and the signal's header there and before. */
export interface PlaceSamplesOptions {
  at: number;
  from: SignalHeader;
  to: SignalHeader;
}

/** Writes the samples of a segment into the joined signal, in its scale and with its missing sample. */
export function placeSamples(
  joined: Int32Array,
  samples: Int32Array,
  { at, from, to }: PlaceSamplesOptions,
): void {
  if (sameScale(from, to) && from.format === to.format) {
    joined.set(samples, at);
    return;
  }
  const missing = signalFormats.get(from.format)!.missing;
  const missingJoined = signalFormats.get(to.format)!.missing;
  const factor = to.gain / from.gain;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i]!;
    joined[at + i] = value === missing
      ? missingJoined
      : Math.round((value - from.baseline) * factor) + to.baseline;
  }
}

function sameScale(a: SignalHeader, b: SignalHeader): boolean {
  return a.gain === b.gain && a.baseline === b.baseline && a.units === b.units;
}
