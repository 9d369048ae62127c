import { writeRecord } from "lib/wfdb/mod.ts";
import { isCheckedFolder, noteCheckedFolder } from "../download/checked_folder.ts";
import { recordFiles } from "../mit_bih_records.ts";
import { synthesizeRecord, type SynthesizeRecordOptions } from "./synthesize_record.ts";
import { type SyntheticPatient, syntheticPatients } from "./synthetic_patients.ts";

/** Options of {@linkcode writeSyntheticRecords}. */
export interface WriteSyntheticRecordsOptions extends SynthesizeRecordOptions {
  /** Patients to make a record of each; twelve by default. */
  patients?: readonly SyntheticPatient[];
}

/** To be raised when what is made changes, so that records made before are made anew. */
const modelVersion = 1;

/**
 * Writes synthetic records into a folder of their own, which is replaced as a whole; where they lie
 * there already nothing is done. The same options give the same bytes.
 *
 * @returns Whether they had to be written.
 */
export async function writeSyntheticRecords(
  directory: string,
  options: WriteSyntheticRecordsOptions = {},
): Promise<boolean> {
  const { patients = syntheticPatients, duration = 600, seed = 1 } = options;
  const whom = patients === syntheticPatients ? "" : ` of ${JSON.stringify(patients)}`;
  const edition =
    `synthetic records${whom}, model ${modelVersion}, seed ${seed}, ${duration} s each`;
  const files = recordFiles(patients.map(({ name }) => name));
  if (await isCheckedFolder(directory, edition, { files })) return false;
  const temporary = `${directory}.${Deno.pid}.tmp`;
  await Deno.mkdir(temporary, { recursive: true });
  try {
    for (const patient of patients) {
      await writeRecord(temporary, synthesizeRecord(patient, options));
    }
    await noteCheckedFolder(temporary, edition, { files });
    // Another process may have put the same records there meanwhile, and be reading them.
    if (await isCheckedFolder(directory, edition, { files })) {
      await removeFolder(temporary);
      return false;
    }
    await removeFolder(directory);
    await Deno.rename(temporary, directory);
  } catch (error) {
    await removeFolder(temporary);
    // Or at this very moment.
    if (await isCheckedFolder(directory, edition, { files })) return false;
    throw error;
  }
  return true;
}

async function removeFolder(directory: string): Promise<void> {
  await Deno.remove(directory, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
