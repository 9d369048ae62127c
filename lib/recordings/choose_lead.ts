import type { Lead, Recording } from "./recording.ts";

/** The lead that {@linkcode chooseLead} takes, and why. */
export interface ChosenLead {
  /** Its number in the recording. */
  index: number;
  /** The lead itself. */
  lead: Lead;
  /** A sentence, e.g. `Lead "II", of II, V5: lead II shows beats most clearly, ...` */
  reason: string;
}

/** Options of {@linkcode chooseLead}. */
export interface ChooseLeadOptions {
  /** Name of the lead, in any case and with or without "ECG" or "lead" before it. */
  name?: string;
  /** Its number, instead of the name: several leads of a file may have the same name. */
  index?: number;
}

/** From the best: what a lead's plain name looks like and why it is taken. */
const preferences: [pattern: RegExp, why: string][] = [
  [
    /^(mlii|ml2|dii|d2|ii|2)$/,
    "lead II shows beats most clearly, and the models were trained on it",
  ],
  [/^$|^ecg\d*$/, "it is the recording's ECG"],
  [/^(mli|ml1|di|d1|i|1)$/, "it is lead I, the nearest to lead II here"],
  [/^(cm5|mv5|v5|cm4|v4|v6)$/, "it is a left chest lead, the nearest to lead II here"],
  [/^(d4|es|as|ai|iii|d3|diii|avf|avl)$/, "it is the limb or bipolar lead nearest to lead II here"],
  [/^(v\d|mv\d|cc5|avr|ch\d+|channel\d+|[a-z]{1,2}\d*)$/, "the recording has no better known lead"],
];

/** Signals of a sleep laboratory and a monitor that are no ECG though they may be voltages. */
const others =
  /eeg|eog|emg|chin|leg|resp|flow|abd|thor|spo2|sao2|ppg|pleth|bvp|abp|\bart\b|cvp|pap\b|acc|gyro|temp|event|status|marker|trigger|battery|pressure|hr\b|pulse|body|light|snor|\bmic(?!ro ?v)/;

/**
 * Chooses the lead that beats are taken from: the one named, else lead II, else the nearest to it that has samples.
 *
 * @throws {Error} where the recording has no lead, or none of that name or number.
 *
 * @example
 * ```ts
 * import { chooseLead, readRecording } from "lib/recordings/mod.ts";
 *
 * const { lead, reason } = chooseLead(await readRecording("tests/fixtures/wfdb/tiny_212"));
 * console.log(lead.frequency, reason);
 * ```
 */
export function chooseLead(
  recording: Pick<Recording, "name" | "leads">,
  options: ChooseLeadOptions = {},
): ChosenLead {
  const { name: recordingName, leads } = recording;
  const asked = options.index ?? options.name;
  const all = leads.map((lead) => lead.name).join(", ");
  if (leads.length === 0) {
    throw new Error(`Cannot choose a lead of "${recordingName}": it has none`);
  }
  if (asked !== undefined) {
    const index = typeof asked === "number" ? asked : findNamed(leads, asked);
    const lead = leads[index];
    if (lead) {
      const name = typeof asked === "number" ? lead.name : asked;
      return { index, lead, reason: `Lead "${name}", as asked.` };
    }
    throw new Error(
      `Cannot choose a lead of "${recordingName}": wanted one of ${all}, found ${
        JSON.stringify(asked)
      }`,
    );
  }
  const { index, why } = bestLead(leads);
  const lead = leads[index]!;
  const among = leads.length === 1 ? "the only one" : `of ${all}: ${why}`;
  return { index, lead, reason: `Lead "${lead.name}", ${among}.` };
}

/** The frequency of the lead that is taken by default; 0 without leads. */
export function leadFrequency(leads: readonly Lead[]): number {
  return leads.length === 0 ? 0 : leads[bestLead(leads).index]!.frequency;
}

/** Whether a name is that of a signal which is no ECG, such as respiration, movement or a pulse. */
export function isOtherSignal(name: string): boolean {
  return others.test(name.toLowerCase());
}

function findNamed(leads: readonly Lead[], name: string): number {
  const exact = leads.findIndex((lead) => lead.name === name);
  return exact >= 0 ? exact : leads.findIndex((lead) => plainName(lead.name) === plainName(name));
}

function bestLead(leads: readonly Lead[]): { index: number; why: string } {
  const ranked = leads.map((lead, index) => {
    const plain = plainName(lead.name);
    const foreign = isOtherSignal(lead.name);
    const place = foreign ? -1 : preferences.findIndex(([pattern]) => pattern.test(plain));
    const voltage = lead.unit === "mV" || lead.unit === "";
    const rank = (place < 0 ? preferences.length : place) + (foreign ? 20 : 0) + (voltage ? 0 : 40);
    return { index, why: preferences[place]?.[1] ?? "the recording has no known lead", rank, lead };
  }).sort((a, b) => a.rank - b.rank);
  // What was never recorded is not chosen, however good its name.
  const first = ranked.find(({ lead }) => varies(lead.samples)) ?? ranked[0]!;
  const better = first === ranked[0] ? "" : `"${ranked[0]!.lead.name}" has no signal, and `;
  return { index: first.index, why: better + first.why };
}

function varies(samples: Float32Array): boolean {
  const first = samples.find((value) => !Number.isNaN(value));
  return first !== undefined && samples.some((value) => value !== first && !Number.isNaN(value));
}

/** A lead's name without what devices put around it: `"ECG Lead-II (raw)"` is `"ii"`. */
function plainName(name: string): string {
  return name.toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, "")
    .replace(
      /\b(ecg|ekg|lead|ableitung|raw|filtered|derivaci[oó]n|d[ée]rivation|voltage)(?=$|[^a-z])/g,
      "",
    )
    .replace(/[^a-z0-9]/g, "");
}
