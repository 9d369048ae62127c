import {
  aamiClasses,
  type Audit,
  type Beat,
  type Dataset,
  type DatasetParts,
  type Role,
  rowLength,
} from "lib/beats/mod.ts";

/** Beats of one record with the given labels; the rows differ from each other. */
export function makeBeats(record: string, labels: number[]): Beat[] {
  return labels.map((label, annotation) => {
    const row = new Float32Array(rowLength);
    row[0] = 1;
    row[1] = annotation / labels.length;
    Array.from(record, (letter, i) => row[2 + i] = letter.charCodeAt(0) / 256);
    const symbol = aamiClasses[label]!.symbols[0]!;
    return { record, annotation, sample: 300 * annotation, symbol, label, row };
  });
}

/** As if rows had been looked through for leaks. */
export const madeAudit = { split: "made" } as Audit;

/** A dataset whose row r holds the value r at every place, of an input of two values a row. */
export function makeDataset<R extends Role>(role: R, labels: number[]): Dataset<R> {
  return {
    role,
    inputs: {
      beat: { shape: [2, 1], values: Float32Array.from(labels.flatMap((_, row) => [row, row])) },
      rhythm: { shape: [1], values: Float32Array.from(labels, (_, row) => -row) },
    },
    labels: Uint8Array.from(labels),
    provenance: labels.map((_, row) => ({ record: "made", sample: row, symbol: "N" })),
    source: { name: "made", synthetic: true },
    audit: madeAudit,
  };
}

/** Three parts without a row or a place in common. */
export function makeParts(): DatasetParts {
  const parts = {
    train: makeDataset("train", [0, 1, 1]),
    validation: makeDataset("validation", [0]),
    test: makeDataset("test", [4, 0]),
  };
  Object.values(parts).forEach(({ inputs, provenance }, part) => {
    const { values } = inputs.beat!;
    values.forEach((value, index) => values[index] = 10 * part + value);
    for (const place of provenance) place.record = `record ${part}`;
  });
  return parts;
}
