import { leadFrequency } from "../choose_lead.ts";
import { chooseTime } from "./time/choose_time.ts";
import { findColumns } from "./table/find_columns.ts";
import { placeOnAxis, rowTime } from "./time/place_on_axis.ts";
import { readPreamble } from "./read_preamble.ts";
import { readRows, type Rows } from "./table/read_rows.ts";
import { readingError } from "../reading_error.ts";
import type { Recording } from "../recording.ts";
import { scaleLeads } from "./scale_leads.ts";
import { splitTable } from "./table/split_table.ts";
import { startOf } from "./time/start_of.ts";
import { tableAxis } from "./time/table_axis.ts";
import { turnTable } from "./table/turn_table.ts";

/** Options of {@linkcode parseCsv}. */
export interface ParseCsvOptions {
  /** Name of the recording, for errors; `"recording"` by default. */
  name?: string;
  /** Samples per second, taken instead of what the text says or does not say. */
  frequency?: number;
  /** Unit of the voltages, taken instead of what the text says or does not say. */
  unit?: string;
  /** Most samples that gaps may add to those of the text; 2 ** 26 by default, which takes 256 MiB. */
  maximumSamples?: number;
}

/** A recording has 12 leads, a body surface map some 128; a line that holds a beat or a lead has more. */
const mostLeads = 128;

/**
 * Parses a table of samples as wearables, Holter recorders and other programs export it.
 *
 * Fields are separated by comma, semicolon, tab, bar or white space; numbers have a decimal point or comma. Lines before
 * the data may name columns and units and say the rate, the unit, the lead and the start in any order; Apple Health's
 * export is one such. Samples may also stand along lines, a lead or a recording each. The rate is the one given, else the one said, else that of the column of times; rows that are
 * missing by the times become gaps. What had to be guessed is said in `warnings`.
 *
 * @throws {Error} where there are no lines of numbers, or no rate is given, said or to be had from times.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseCsv } from "lib/recordings/mod.ts";
 *
 * const { frequency, leads } = parseCsv("time;ECG [uV]\n0,000;120\n0,004;250\n0,008;-30");
 * assert.equal(frequency, 250);
 * assert.deepEqual(leads[0]!.samples, Float32Array.of(0.12, 0.25, -0.03));
 * ```
 */
export function parseCsv(text: string, options: ParseCsvOptions = {}): Recording {
  const { name = "recording", frequency } = options;
  if (frequency !== undefined && !(frequency > 0 && Number.isFinite(frequency))) {
    throw readingError(name, { wanted: "a frequency above 0", found: String(frequency) });
  }
  const written = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  const turned = turnTable(written);
  const lines = turned?.text ?? written;
  const { dialect, preamble: head, dataStart, rows: some } = splitTable(lines, name);
  const width = Math.max(...some.map(({ length }) => length));
  const preamble = readPreamble(head, { delimiter: dialect.delimiter, columns: width });
  const columns = findColumns(some, preamble, dialect);
  const time = chooseTime(columns, some, dialect);
  const leadColumns = columns.filter(({ kind }) => kind === "lead");
  const count = leadColumns.length;
  if (count === 0 || count > mostLeads) {
    const wanted = `a column of samples for each lead, at most ${mostLeads}`;
    const beats = `${count} columns: perhaps beats or leads, one a line`;
    throw readingError(name, { wanted, found: count === 0 ? "none" : beats });
  }
  const rows = readRows(lines, { dialect, columns, time, dataStart });
  const warnings = [...turned?.warnings ?? [], ...rowWarnings(rows, name)];
  const axis = tableAxis(rows, {
    name,
    time,
    said: preamble.frequency,
    given: frequency,
    warnings,
  });
  const placed = placeOnAxis(rows, axis, { ...options, name });
  const leads = scaleLeads(placed, leadColumns, {
    preamble,
    unit: options.unit,
    frequency: axis.frequency,
    warnings,
  });
  return {
    name,
    format: "CSV",
    frequency: leadFrequency(leads),
    leads,
    gaps: axis.gaps,
    start: startOf(rows, time, axis) ?? preamble.start,
    annotations: rows.notes.map(({ row, text }) => ({
      time: rowTime(row, axis),
      duration: 0,
      text,
    })),
    warnings,
  };
}

function rowWarnings({ count, damaged, cut }: Rows, name: string): string[] {
  if (count === 0 || damaged > 0.5 * count) {
    const found = count === 0 ? "none" : `${damaged} of ${count} that are none`;
    throw readingError(name, { wanted: "rows of numbers", found });
  }
  return [
    ...(damaged > 0
      ? [`${damaged} lines within the data are no rows; their samples are missing.`]
      : []),
    ...(cut ? ["The last line is cut off and left out."] : []),
  ];
}
