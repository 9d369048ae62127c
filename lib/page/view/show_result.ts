/// <reference lib="dom" />
import { countsHtml, formatTime } from "lib/annotation/mod.ts";
import type { LabelledRecording, OpenedRecording } from "../messages.ts";
import { element } from "./element.ts";
import { factsHtml, kindsHtml, namesHtml } from "./summary_parts.ts";

/** Shows the names of several recordings to choose from, and which one is shown; by default the first. */
export function showRecordings(
  recordings: readonly string[],
  { recording }: Partial<Pick<OpenedRecording, "recording">>,
): void {
  element("recordings").hidden = recordings.length < 2;
  fill("recording", recordings, recording === undefined ? 0 : recordings.indexOf(recording));
}

/** Shows which leads a recording has, and which one is shown. */
export function showLeads({ leads, leadIndex }: OpenedRecording): void {
  fill("lead", leads, leadIndex);
}

/** Shows what is known of a recording before its beats are found. */
export function showOpened(opened: OpenedRecording): void {
  const { name, isSynthetic, frequency, duration, start } = opened;
  element("result").hidden = false;
  element("name").textContent = name;
  element("about").textContent = [
    `${formatTime(duration)} at ${Number(frequency.toFixed(3))} Hz`,
    ...(start === undefined ? [] : [`started ${start.replace("T", " ")}`]),
    ...(isSynthetic ? ["synthetic, not from a patient"] : []),
  ].join(", ");
  showLeads(opened);
  for (const id of ["facts", "counts", "notes"]) element(id).replaceChildren();
  element("why").hidden = true;
  allowDownloads(false);
}

/** Shows the beats of a recording in numbers, and what there is to know of them. */
export function showResult({ summary, notes }: LabelledRecording): void {
  element("facts").innerHTML = factsHtml(summary);
  element("counts").innerHTML = countsHtml(summary);
  element("kind").innerHTML = kindsHtml(summary);
  element("notes").replaceChildren(...notes.map((note) => {
    const item = document.createElement("li");
    item.textContent = note;
    return item;
  }));
  allowDownloads(true);
}

function allowDownloads(isAllowed: boolean): void {
  for (const id of ["beats-file", "csv-file"]) element<HTMLButtonElement>(id).disabled = !isAllowed;
}

function fill(id: string, names: readonly string[], chosen: number): void {
  const select = element<HTMLSelectElement>(id);
  select.innerHTML = namesHtml(names);
  select.selectedIndex = chosen;
}
