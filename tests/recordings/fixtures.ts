/** Folder of the files that tests/reference/recordings_edf.py writes. */
export const fixtureDirectory = new URL("../fixtures/recordings/", import.meta.url).pathname;

/** What pyedflib reads from a file. */
export interface ReferenceRecording {
  start: string;
  leads: { name: string; unit: string; frequency: number; physical: string }[];
  annotations: { time: number; duration: number; text: string }[];
}

/** The bytes of a fixture. */
export async function readBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return await Deno.readFile(fixtureDirectory + name);
}

/** What pyedflib reads from the EDF and BDF fixtures, by file name. */
export async function readReference(): Promise<Record<string, ReferenceRecording>> {
  return JSON.parse(await Deno.readTextFile(`${fixtureDirectory}edf.json`));
}

/** Doubles from their base64. */
export function decodeDoubles(base64: string): Float64Array {
  return new Float64Array(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
}

/** A table as tests/reference/recordings_csv.py writes it, and what it holds. */
export interface ReferenceTable {
  text: string;
  options: { frequency?: number; unit?: string };
  frequency: number;
  /** Whole microvolts by lead, -99999 where missing. */
  leads: Record<string, number[]>;
  gaps?: { start: number; duration: number }[];
  start?: string;
}

/** The tables by name. */
export async function readTables(): Promise<Record<string, ReferenceTable>> {
  return JSON.parse(await Deno.readTextFile(`${fixtureDirectory}csv.json`));
}
