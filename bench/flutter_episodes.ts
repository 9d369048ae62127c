import type { Episode } from "lib/peaks/mod.ts";
import type { EcgRecord } from "lib/wfdb/mod.ts";

/** The episodes of ventricular flutter, from `[` to `]`, in which single beats are not annotated. */
export function flutterEpisodes({ annotations }: Pick<EcgRecord, "annotations">): Episode[] {
  const ends = annotations.filter(({ symbol }) => symbol === "[" || symbol === "]");
  return ends.flatMap(({ sample, symbol }, i) =>
    symbol === "[" && ends[i + 1] ? [{ start: sample, end: ends[i + 1]!.sample }] : []
  );
}
