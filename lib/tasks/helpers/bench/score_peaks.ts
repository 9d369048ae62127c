import { findRecords } from "lib/sources/mod.ts";
import {
  benchPeaks,
  type PeaksResults,
  readPeaks,
  scorePeers,
  storePeaks,
} from "../../../../bench/peaks.ts";

/** Options of {@linkcode scorePeaks}. */
export interface ScorePeaksOptions {
  /** A file of what others have found, to be scored instead of the detector. */
  peers?: string;
  say: (line: string) => void;
}

/** Scores the detection of R peaks on all records, and stores the scores unless the records are synthetic. */
export async function scorePeaks(
  root: string,
  { peers, say }: ScorePeaksOptions,
): Promise<PeaksResults> {
  const { directory, source } = await findRecords();
  const results: PeaksResults = peers === undefined
    ? {
      source: source.name,
      date: new Date().toISOString(),
      ...await benchPeaks(directory, say),
      ...await storedPeers(root),
    }
    : {
      ...await readPeaks(root),
      peers: await scorePeers(directory, JSON.parse(await Deno.readTextFile(peers))),
    };
  if (!source.synthetic) await storePeaks(root, results);
  return results;
}

/** What others find does not change with this project. */
async function storedPeers(root: string): Promise<Pick<PeaksResults, "peers">> {
  const { peers } = await readPeaks(root).catch(() => ({ peers: undefined }));
  return peers ? { peers } : {};
}
