import type { Annotation } from "../annotations/annotation.ts";
import { symbolOfCode } from "../annotations/annotation_codes.ts";

/**
 * Applies and leaves out the notes at the start of an annotation file that speak of the file itself.
 *
 * They are comments at sample 0: `## time resolution: 720` says how many samples a second the file counts, and after
 * `## annotation type definitions` each gives a code, a symbol and a description until `## end of definitions`.
 *
 * @returns the other annotations, with custom symbols, rescaled to `samplingFrequency` where the file counts otherwise.
 */
export function takeDefinitions(
  annotations: Annotation[],
  samplingFrequency: number | undefined,
): Annotation[] {
  const customSymbols = new Map<string, string>();
  let resolution = samplingFrequency;
  let defining = false;
  let taken = 0;
  for (const { sample, symbol, auxiliary } of annotations) {
    if (sample !== 0 || symbol !== '"' || !(defining || auxiliary.startsWith("## "))) break;
    taken++;
    if (auxiliary.startsWith("## ")) defining = auxiliary === "## annotation type definitions";
    const [, stated] = /^## time resolution: (\d+\.?\d*)/.exec(auxiliary) ?? [];
    if (Number(stated) > 0) resolution = Number(stated);
    const [, code, custom] = /^(\d+) (\S+)/.exec(auxiliary) ?? [];
    const usual = symbolOfCode[Number(code)];
    if (usual !== undefined && custom !== undefined) customSymbols.set(usual, custom);
  }
  if (taken === 0) return annotations;

  const scale = samplingFrequency && resolution ? samplingFrequency / resolution : 1;
  return annotations.slice(taken).map((annotation) => ({
    ...annotation,
    sample: Math.round(annotation.sample * scale),
    symbol: customSymbols.get(annotation.symbol) ?? annotation.symbol,
  }));
}
