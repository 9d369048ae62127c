import { isOtherSignal } from "../choose_lead.ts";
import type { Column } from "./table/find_columns.ts";
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
  const { step } = preamble;
  if (step !== undefined && leads.some(({ isOpen }) => isOpen)) {
    // Only whole numbers can be steps; others were scaled already.
    const inSteps = leads.every(({ isOpen, samples }) => !isOpen || areWhole(samples));
    if (inSteps) return leads.map((lead) => scaled(lead, lead.isOpen ? step : undefined));
    warnings.push(
      `The file says that a step is ${
        Number((1000 * step).toPrecision(6))
      } uV, but its numbers are not whole steps: the step is ignored.`,
    );
  }
  const open = leads.filter(({ isOpen }) => isOpen);
  const guess = guessUnit(open.map(({ samples }) => samples));
  if (guess !== undefined) {
    const names = open.length === 1 ? `lead "${open[0]!.name}"` : `${open.length} leads`;
    const span = Number(guess.span.toPrecision(3));
    warnings.push(
      `The file names no unit for ${names}: ${guess.unit} is assumed, since the samples span ${span}.`,
    );
  }
  return leads.map((lead) => scaled(lead, undefined, guess?.unit));

  function scaled(lead: typeof leads[number], step: number | undefined, guessed?: string): Lead {
    const { name, said, isOpen, samples } = lead;
    const own = isOpen && guessed !== undefined ? guessed : said;
    const { unit, factor } = step === undefined
      ? leadUnit(name, own, { unit: given, warnings })
      : { unit: "mV", factor: step };
    return { name, unit, frequency, samples: samples.map((value) => value * factor) };
  }
}

function areWhole(samples: Float32Array): boolean {
  return samples.every((value) => Number.isInteger(value) || Number.isNaN(value));
}

function leadName(column: Column, count: number, { lead }: Preamble): string {
  if (count === 1 && lead !== undefined) return lead;
  if (column.name !== "") return column.name;
  return count === 1 ? "ECG" : `column ${column.index + 1}`;
}
