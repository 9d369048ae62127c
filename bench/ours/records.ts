// A contender: reads all records of a folder, signals and annotations.
import { type EcgRecord, readRecords } from "lib/wfdb/mod.ts";
import { answerRuns, ownVersions, workerOptions } from "./answer_runs.ts";

const { records: directory } = workerOptions<{ records: string }>();

const facts = countUp(await readRecords(directory));
await answerRuns(
  { facts, versions: ownVersions() },
  async () => void await readRecords(directory),
);

function countUp(records: EcgRecord[]) {
  let samples = 0;
  let sum = 0;
  let annotations = 0;
  let places = 0;
  for (const { signals, annotations: all } of records) {
    for (const signal of signals) {
      samples += signal.length;
      for (const value of signal) sum += value;
    }
    annotations += all.length;
    for (const { sample } of all) places += sample;
  }
  return {
    records: records.length,
    samples,
    "sum of samples": sum,
    annotations,
    "sum of places": places,
  };
}
