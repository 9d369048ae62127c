import { isOtherSignal } from "../../choose_lead.ts";
import { parseNumber } from "../parse_number.ts";
import { parseTime } from "../time/parse_time.ts";
import { secondsPer } from "../time/seconds_per.ts";
import type { Preamble } from "../read_preamble.ts";

/** What a column of a table holds. */
export interface Column {
  index: number;
  kind: "clock" | "time" | "sample" | "lead" | "text" | "ignored";
  name: string;
  /** As written, `""` without one. */
  unit: string;
}

const timeName =
  /time|zeit|tiempo|temps|tempo\b|elapsed|^t$|^sec|seconds|^m?s$|millis|micros|epoch|unix|timestamp|^ts$/i;
const sampleName =
  /^(sample|samples|sample ?(#|no\.?|nr|number)|index|idx|nr|no|n|#|n?seq|seqno|sequence|counter|row)$/i;
const noteName = /annot|label|event|mark|symbol|note|comment|type|class|rhythm|beat/i;

/**
 * What each column holds, from its name and from some rows of fields.
 *
 * A first column beside others that rises by equal steps counts samples or time, whatever its name.
 */
export function findColumns(
  rows: readonly string[][],
  preamble: Pick<Preamble, "names" | "units">,
  { decimalComma }: { decimalComma: boolean },
): Column[] {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, index): Column => {
    const name = preamble.names[index] ?? "";
    const unit = preamble.units[index] ?? "";
    const fields = rows.map((row) => row[index] ?? "");
    return { index, name, unit, kind: kindOf(fields, { name, unit, decimalComma }) };
  });
  const numeric = columns.filter(({ kind }) => kind === "lead");
  const [first] = numeric;
  const nameless = /^(unnamed.*)?$/i.test(first?.name ?? "");
  if (first !== undefined && numeric.length > 1 && (nameless || rows.length >= 10)) {
    const step = equalStep(rows.map((row) => parseNumber(row[first.index] ?? "", decimalComma)));
    if (step > 0) first.kind = step === 1 && first.unit === "" ? "sample" : "time";
  }
  return columns;
}

function kindOf(
  fields: readonly string[],
  { name, unit, decimalComma }: { name: string; unit: string; decimalComma: boolean },
): Column["kind"] {
  const filled = fields.filter((field) => field !== "");
  const share = (test: (field: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length >= 0.8 * filled.length;
  if (share((field) => parseNumber(field, decimalComma) !== undefined)) {
    if (sampleName.test(name)) return "sample";
    // "time to next beat" and its like have units of their own.
    if (secondsPer(unit) !== undefined || timeName.test(name) && unit === "") {
      return isOtherSignal(name) ? "ignored" : "time";
    }
    return "lead";
  }
  if (share((field) => parseTime(field) !== undefined)) return "clock";
  return noteName.test(name) ? "text" : "ignored";
}

/** The step by which values rise all the same, 0 where they do not. */
function equalStep(values: readonly (number | undefined)[]): number {
  const steps = values.slice(1).map((value, i) => (value ?? NaN) - (values[i] ?? NaN));
  const [first = 0] = steps;
  const equal = steps.every((step) => Math.abs(step - first) <= 0.51 * first);
  return first > 0 && equal ? first : 0;
}
