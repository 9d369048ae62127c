/** What a synthetic patient's heart does, from which one record is made. */
export interface SyntheticPatient {
  /** Name of the record; never that of a MIT-BIH record. */
  name: string;
  /** Mean heart rate in beats a minute, of the sinus node or the pacemaker. */
  heartRate: number;
  /** Standard deviation of the RR intervals of sinus rhythm, in s. */
  rrDeviation: number;
  /** What sets the basic rhythm. */
  rhythm: "sinus" | "paced";
  /** Probability that the next beat is of each kind instead of the basic one. */
  chances: Partial<Record<"A" | "V" | "F" | "N", number>>;
  /** Probability that an atrial premature beat is followed by another: runs of tachycardia. */
  runChance?: number;
  /** Probability that a ventricular beat follows the normal beat after another one: bigeminy. */
  bigeminyChance?: number;
  /** Direction of ventricular beats in lead II, 1 for upwards, which varies between patients. */
  ventricularAxis?: 1 | -1;
  /** Standard deviation of the measurement noise in mV. */
  noise?: number;
}

/** Twelve patients who together have every class of beats often enough to train and test on. */
export const syntheticPatients: readonly SyntheticPatient[] = [
  sinus("s01", 72, { A: 0.02, V: 0.01 }),
  sinus("s02", 66, { A: 0.18 }, { rrDeviation: 0.05 }),
  sinus("s03", 84, { A: 0.06 }, { runChance: 0.6 }),
  sinus("s04", 76, { A: 0.01, V: 0.12 }),
  sinus("s05", 70, { V: 0.12 }, { bigeminyChance: 0.65, ventricularAxis: -1 }),
  sinus("s06", 92, { V: 0.16, F: 0.14 }, { bigeminyChance: 0.3 }),
  sinus("s07", 100, { V: 0.06, F: 0.17 }, { noise: 0.018 }),
  sinus("s08", 58, { A: 0.04, V: 0.08 }, { rrDeviation: 0.06 }),
  sinus("s09", 80, { A: 0.08, V: 0.06 }, { runChance: 0.35, ventricularAxis: -1, noise: 0.02 }),
  paced("s10", 74, { V: 0.05 }),
  paced("s11", 68, { N: 0.2, V: 0.05 }),
  sinus("s12", 88, { A: 0.06, V: 0.08, F: 0.12 }, { ventricularAxis: -1 }),
];

type Chances = SyntheticPatient["chances"];

function sinus(
  name: string,
  heartRate: number,
  chances: Chances,
  more: Partial<SyntheticPatient> = {},
): SyntheticPatient {
  return { name, heartRate, rhythm: "sinus", rrDeviation: 0.035, chances, ...more };
}

function paced(name: string, heartRate: number, chances: Chances): SyntheticPatient {
  return { name, heartRate, rhythm: "paced", rrDeviation: 0.05, chances };
}
