import type { EcgRecord } from "lib/wfdb/mod.ts";

/** A record at 360 Hz made of one signal and annotations given as [sample, symbol]. */
export function makeRecord(
  name: string,
  signal: ArrayLike<number>,
  annotations: [sample: number, symbol: string][],
): EcgRecord {
  const adc = Int32Array.from(signal);
  return {
    name,
    header: {
      name,
      signals: [{
        fileName: `${name}.dat`,
        format: 212,
        samplesPerFrame: 1,
        skew: 0,
        byteOffset: 0,
        gain: 200,
        baseline: 1024,
        units: "mV",
        adcResolution: 11,
        adcZero: 1024,
        initialValue: adc[0] ?? 0,
        checksum: undefined,
        blockSize: 0,
        description: "MLII",
      }],
      samplingFrequency: 360,
      counterFrequency: 360,
      baseCounter: 0,
      sampleCount: adc.length,
      comments: [],
    },
    signals: [adc],
    annotations: annotations.map(([sample, symbol]) => ({
      sample,
      symbol,
      subtype: 0,
      channel: 0,
      number: 0,
      auxiliary: "",
    })),
  };
}
