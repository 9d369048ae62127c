import { synthesizeRecord, syntheticPatients } from "lib/sources/mod.ts";
import { encodeRecord } from "lib/wfdb/mod.ts";

/** A file that stands in a page. */
export interface StoredFile {
  name: string;
  /** Its bytes in base 64. */
  base64: string;
}

/** A patient with every kind of beat, and how many seconds of it are enough to see them. */
const [patientName, duration] = ["s12", 180];

/** The synthetic recording that a page brings, as a WFDB header and signal file. Its name says what it is. */
export function sampleFiles(): StoredFile[] {
  const patient = syntheticPatients.find(({ name }) => name === patientName)!;
  const record = { ...synthesizeRecord(patient, { duration }), name: "synthetic" };
  return [...encodeRecord(record)].filter(([name]) => !name.endsWith(".atr"))
    .map(([name, bytes]) => ({ name, base64: bytes.toBase64() }));
}
