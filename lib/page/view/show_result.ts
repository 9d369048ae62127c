/// <reference lib="dom" />
import { countsHtml, formatTime } from "lib/annotation/mod.ts";
import type { LabelledRecording, OpenedRecording } from "../messages.ts";
import { element } from "./element.ts";
import { factsHtml, kindsHtml, namesHtml } from "./summary_parts.ts";

/** Shows what is known of a recording before its beats are found. */
export function showOpened(
  opened: OpenedRecording,
  { isSynthetic }: { isSynthetic: boolean },
): void {
  const { name, recordings, recording, leads, leadIndex, frequency, duration, start } = opened;
  element("result").hidden = false;
  element("name").textContent = name;
  element("about").textContent = [
    `${formatTime(duration)} at ${Number(frequency.toFixed(3))} Hz`,
    ...(start === undefined ? [] : [`started ${start.replace("T", " ")}`]),
    ...(isSynthetic ? ["synthetic, not from a patient"] : []),
  ].join(", ");
  element("recordings").hidden = recordings.length < 2;
  fill("recording", recordings, recordings.indexOf(recording));
  fill("lead", leads, leadIndex);
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
