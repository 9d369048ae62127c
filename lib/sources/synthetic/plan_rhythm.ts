import type { SyntheticSymbol } from "./beat_waves.ts";
import { rrTachogram } from "./rr_tachogram.ts";
import type { SyntheticPatient } from "./synthetic_patients.ts";

/** A beat to be: what it is and when its R peak comes. */
export interface PlannedBeat {
  symbol: SyntheticSymbol;
  /** Time of the R peak in s; the first is not after 0, the last is after the end. */
  time: number;
}

/**
 * Lays out the beats of a record: sinus rhythm by a tachogram, or a pacemaker's steady beat, with
 * premature and fusion beats put in and the pause that each kind leaves after it.
 *
 * An atrial premature beat resets the sinus node, so that the next beat comes one interval later; a
 * ventricular one leaves the node alone, so that the pause makes up for the early beat.
 *
 * @param duration Seconds to fill.
 * @param prng Gives numbers in [0, 1).
 */
export function planRhythm(
  patient: SyntheticPatient,
  duration: number,
  prng: () => number,
): PlannedBeat[] {
  const sinusInterval = rrTachogram(
    {
      mean: 60 / patient.heartRate,
      deviation: patient.rrDeviation,
      duration: Math.max(duration, shortestTachogram),
    },
    prng,
  );
  const basic: SyntheticSymbol = patient.rhythm === "paced" ? "/" : "N";
  const beats: PlannedBeat[] = [{ symbol: basic, time: -60 / patient.heartRate * prng() }];
  while (beats.at(-1)!.time <= duration) {
    const time = beats.at(-1)!.time;
    const regular = basic === "/" ? 60 / patient.heartRate : sinusInterval(time);
    const symbol = nextSymbol(patient, beats, prng);
    beats.push({ symbol, time: time + interval(symbol, beats, regular, prng) });
  }
  return beats;
}

/** In s: a shorter one has too few lines in its spectrum. */
const shortestTachogram = 100;

function nextSymbol(
  { rhythm, chances, runChance = 0, bigeminyChance = 0 }: SyntheticPatient,
  beats: readonly PlannedBeat[],
  prng: () => number,
): SyntheticSymbol {
  const [beforeLast, last] = [beats.at(-2)?.symbol, beats.at(-1)!.symbol];
  const basic = rhythm === "paced" ? "/" : "N";
  let drawn = prng();
  if (last === "A") return drawn < runChance ? "A" : basic;
  if (last === "V" || last === "F") return basic;
  if (beforeLast === "V" && drawn < bigeminyChance) return "V";
  drawn = prng();
  for (const symbol of ["A", "V", "F", "N"] as const) {
    drawn -= chances[symbol] ?? 0;
    if (drawn < 0) return symbol;
  }
  return basic;
}

/** RR interval in s that ends with a beat of the given kind. */
function interval(
  symbol: SyntheticSymbol,
  beats: readonly PlannedBeat[],
  regular: number,
  prng: () => number,
): number {
  const last = beats.at(-1)!;
  const between = (low: number, high: number) => low + (high - low) * prng();
  if (symbol === "A") {
    return regular * (last.symbol === "A" ? between(0.55, 0.65) : between(0.6, 0.9));
  }
  if (symbol === "V") return Math.max(0.36, regular * between(0.55, 0.75));
  if (symbol === "F") return regular * between(0.86, 0.97);
  if (symbol === "/") return regular + between(-0.004, 0.004);
  if (last.symbol === "/") return regular * between(0.8, 0.97);
  if (last.symbol === "A") return regular * between(1, 1.15);
  if (last.symbol === "V" || last.symbol === "F") {
    const early = last.time - (beats.at(-2)?.time ?? last.time - regular);
    return Math.max(2 * regular - early, regular);
  }
  return regular;
}
