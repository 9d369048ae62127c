import { type Dataset, rowLength } from "lib/beats/mod.ts";
import { madeAudit } from "./make_beats.ts";
import golden from "../fixtures/beats/rows.json" with { type: "json" };

/** The rows of the golden file as a training set. */
export function goldenDataset(): Dataset<"train"> {
  const bits = Uint32Array.from(golden.rows.flatMap((row) => row.bits));
  return {
    role: "train",
    inputs: { beat: { shape: [rowLength, 1], values: new Float32Array(bits.buffer) } },
    labels: Uint8Array.from(golden.labels),
    provenance: golden.rows.map((_, sample) => ({ record: "made", sample, symbol: "N" })),
    source: { name: "made", synthetic: true },
    audit: madeAudit,
  };
}
