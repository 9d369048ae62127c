import { classCounts } from "./classes/class_counts.ts";
import { patientOf } from "./protocols/patients.ts";
import type { DatasetParts } from "./create_dataset.ts";
import type { Dataset, Role } from "./dataset.ts";

/** What an audit of the three parts found. */
export interface DatasetAudit {
  /** Rows of each AAMI class in each part, in label order. */
  counts: Record<Role, number[]>;
  /** Rows whose place in a record is the place of a row in another part as well. Must be 0. */
  sharedBeats: number;
  /**
   * Rows whose beat is, value for value, that of a row in another part. 0 for the published rows. Rows of zeros, of
   * a flat signal, do not count: they are alike whichever beat they are of.
   */
  sharedRows: number;
  /** Patients with rows in more than one part: many in a split by beat, 0 in one by patient. */
  sharedPatients: string[];
}

/** Counts the rows of each class in each part, and rows that are in more than one part. */
export function auditDataset(parts: DatasetParts): DatasetAudit {
  const datasets: Dataset[] = [parts.train, parts.validation, parts.test];
  return {
    counts: {
      train: classCounts(parts.train.labels),
      validation: classCounts(parts.validation.labels),
      test: classCounts(parts.test.labels),
    },
    sharedBeats: countSharedBeats(datasets),
    sharedRows: countSharedRows(datasets),
    sharedPatients: findSharedPatients(datasets),
  };
}

/** Patients of rows whose record is known, in the order of their names. */
function findSharedPatients(datasets: Dataset[]): string[] {
  const parts = datasets.map(({ provenance }) =>
    new Set(provenance.filter(({ record }) => record !== "").map(({ record }) => patientOf(record)))
  );
  const isShared = (patient: string) => parts.filter((part) => part.has(patient)).length > 1;
  return [...new Set(parts.flatMap((part) => [...part]))].filter(isShared).sort();
}

/** Rows whose place is known and is a place in an earlier dataset too. */
function countSharedBeats(datasets: Dataset[]): number {
  const datasetOfPlace = new Map<string, Dataset>();
  let shared = 0;
  for (const dataset of datasets) {
    for (const { record, sample } of dataset.provenance) {
      if (record === "") continue;
      const place = `${record}/${sample}`;
      if ((datasetOfPlace.get(place) ?? dataset) !== dataset) shared++;
      else datasetOfPlace.set(place, dataset);
    }
  }
  return shared;
}

/** Rows whose values are those of a row of an earlier dataset. */
function countSharedRows(datasets: Dataset[]): number {
  const earlierByHash = new Map<number, Uint32Array[]>();
  let shared = 0;
  for (const { inputs, labels } of datasets) {
    const values = inputs.beat!.values;
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    const size = bits.length / labels.length;
    const rows = Array.from(labels.keys(), (row) => bits.subarray(row * size, (row + 1) * size));
    const hashes = rows.map(hashOf);
    const isEarlier = (row: Uint32Array, index: number) =>
      row.some((bits) => bits !== 0) &&
      earlierByHash.get(hashes[index]!)?.some((earlier) => isEqual(earlier, row)) === true;
    shared += rows.filter(isEarlier).length;
    rows.forEach((row, index) => {
      if (isEarlier(row, index)) return;
      const earlier = earlierByHash.get(hashes[index]!);
      if (earlier) earlier.push(row);
      else earlierByHash.set(hashes[index]!, [row]);
    });
  }
  return shared;
}

/** The 32-bit FNV-1a hash, by words instead of bytes. */
function hashOf(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) {
    hash = Math.imul(hash ^ words[index]!, 0x01000193);
  }
  return hash;
}

function isEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
