import { isOtherSignal } from "../choose_lead.ts";
import type { Column } from "./find_columns.ts";
import { guessUnit } from "./guess_unit.ts";
import { leadUnit } from "../lead_unit.ts";
import type { Preamble } from "./read_preamble.ts";
import type { Lead } from "../recording.ts";

/** What is known of the leads of a table. */
export interface ScaleLeadsOptions {
  preamble: Preamble;
  /** Unit that the caller gives. */
  unit: string | undefined;
  frequency: number;
  /** Sentences are added to it. */
  warnings: string[];
}

/** The columns of samples as leads with names and units: the unit given, else said, else guessed from their size. */
export function scaleLeads(
  samples: readonly Float32Array[],
  columns: readonly Column[],
  options: ScaleLeadsOptions,
): Lead[] {
  const { preamble, unit: given, frequency, warnings } = options;
  const leads = columns.map((column, index) => {
    const name = leadName(column, columns.length, preamble);
    const isOther = isOtherSignal(name);
    const said = column.unit || (isOther ? "" : preamble.unit);
    const isOpen = said === "" && given === undefined && !isOther;
    return { name, said, isOpen, samples: samples[index]! };
  });
  const open = leads.filter(({ isOpen }) => isOpen);
  const guess = guessUnit(open.map(({ samples }) => samples));
  if (guess !== undefined) {
    const names = open.length === 1 ? `lead "${open[0]!.name}"` : `${open.length} leads`;
    const span = Number(guess.span.toPrecision(3));
    warnings.push(
      `The file names no unit for ${names}: taken as ${guess.unit}, for the samples span ${span}.`,
    );
  }
  return leads.map(({ name, said, isOpen, samples }) => {
    const own = isOpen && guess !== undefined ? guess.unit : said;
    const { unit, factor } = leadUnit(name, own, { unit: given, warnings });
    return { name, unit, frequency, samples: samples.map((value) => value * factor) };
  });
}

function leadName(column: Column, count: number, { lead }: Preamble): string {
  if (count === 1 && lead !== undefined) return lead;
  if (column.name !== "") return column.name;
  return count === 1 ? "ECG" : `column ${column.index + 1}`;
}
