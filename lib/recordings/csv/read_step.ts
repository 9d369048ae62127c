import { millivoltsPer } from "../millivolts_per.ts";
import { parseRate } from "./parse_rate.ts";

const number = String.raw`(\d+(?:[.,]\d+)?(?:e[-+]?\d+)?)`;
const voltage = String.raw`((?:n|[uµμ]|mc|m)?v(?:olts?)?|(?:micro|milli|nano)volts?)\b`;
const count = String.raw`(?:lsb|bits?|counts?|adu|adc|units?|steps?|digits?|samples?|values?)`;
const stepName =
  /resol|aufl[oö]sung|r[ée]solution|lsb|quanti[sz]|step|schritt|scal(e|ing)|skal|per (bit|count|unit)|(n|u|µ|μ|mc|m)v\/|weight/i;
/** `5 uV`, `5 uV/LSB`, `5 (uV)`, `5;uV`. */
const valueFirst = new RegExp(`${number}[\\s;,"'[(]*${voltage}`, "i");
/** `[uV]: 5`, `(uV/bit) = 5`. */
const unitFirst = new RegExp(`${voltage}[^\\d\\n]{0,20}?${number}`, "i");
/** `200 adu/mV`. */
const gain = new RegExp(`${number}\\s*${count}\\s*(?:/|per )\\s*${voltage}`, "i");

/**
 * How many millivolts one step of the recorder is, as a line such as `Resolution: 5 uV`, `LSB [uV];2,5` or
 * `Gain: 200 adu/mV` says; undefined where it says nothing of the kind.
 */
export function readStep(text: string): number | undefined {
  const perVolt = gain.exec(text);
  if (perVolt !== null) return positive(millivolts(perVolt[2]!) / parseRate(perVolt[1]!));
  if (!stepName.test(text)) return undefined;
  const value = valueFirst.exec(text);
  if (value !== null) return positive(toNumber(value[1]!) * millivolts(value[2]!));
  const unit = unitFirst.exec(text);
  if (unit !== null) return positive(toNumber(unit[2]!) * millivolts(unit[1]!));
  return undefined;
}

function toNumber(digits: string): number {
  return Number(digits.replace(",", "."));
}

function millivolts(unit: string): number {
  return millivoltsPer(unit) ?? NaN;
}

/** A step beyond these bounds would make no ECG. */
function positive(step: number): number | undefined {
  return step > 1e-9 && step < 10 ? step : undefined;
}
