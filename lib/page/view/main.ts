/// <reference lib="dom" />
// The page itself: files in, what the worker finds in them on the screen.
import { formatTime } from "lib/annotation/mod.ts";
import type { LabelledRecording, NamedFile, OpenedRecording, Reply } from "../messages.ts";
import { connectWorker } from "./connect_worker.ts";
import { createStrip } from "./strip/create_strip.ts";
import { bytesOf, element } from "./element.ts";
import { explanationHtml } from "./explanation_html.ts";
import { moveStrip } from "./strip/move_strip.ts";
import { offerDownload } from "./offer_download.ts";
import type { PageFacts } from "./page_facts.ts";
import { showError, showStep } from "./show_state.ts";
import { showLeads, showOpened, showRecordings, showResult } from "./show_result.ts";
import { beatWords, countWords } from "./summary_parts.ts";
import { takeFiles } from "./take_files.ts";

const facts = JSON.parse(element("facts-json").textContent!) as PageFacts;
/** File names of the recordings among the files that were dropped last. */
let recordings: string[] = [];
/** What is shown. */
let opened: OpenedRecording | undefined;
let labelled: LabelledRecording | undefined;

const strip = createStrip(({ from, span }) => {
  const digits = span < 60 ? 1 : 0;
  element("where").textContent = `${formatTime(from, digits)} to ${
    formatTime(from + span, digits)
  }`;
});
const ask = connectWorker(facts, take);

moveStrip(strip, {
  onChoose(beat) {
    element("chosen").textContent = beatWords(strip.beats[beat]!);
  },
  onAsk() {
    if (strip.chosen >= 0) ask({ kind: "explain", beat: strip.chosen });
  },
});
takeFiles((files) => open(files, { isSynthetic: false }), showError);
element("sample").addEventListener("click", () => {
  const files = facts.sample.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) }));
  open(files, { isSynthetic: true });
});
element<HTMLInputElement>("rate").addEventListener("change", () => {
  const frequency = element<HTMLInputElement>("rate").valueAsNumber;
  if (Number.isNaN(frequency)) return; // the field was emptied
  begin();
  ask({ kind: "annotate", frequency });
});
element<HTMLSelectElement>("recording").addEventListener("change", () => {
  begin();
  ask({ kind: "annotate", recording: recordings[selectedIn("recording")]! });
});
element<HTMLSelectElement>("lead").addEventListener("change", () => {
  begin();
  ask({ kind: "annotate", recording: opened!.recording, leadIndex: selectedIn("lead") });
});
element("beats-file").addEventListener("click", () => {
  offerDownload(`${opened!.name}.beats`, labelled!.annotations);
});
element("csv-file").addEventListener("click", () => {
  offerDownload(`${opened!.name}.csv`, labelled!.csv);
});

function open(files: NamedFile[], { isSynthetic }: { isSynthetic: boolean }): void {
  element("result").hidden = true;
  [opened, labelled] = [undefined, undefined];
  showRecordings([], {});
  askRate(false);
  begin();
  ask({ kind: "open", files, isSynthetic });
}

/** Lets the reader say the rate of a table that does not, and read it again. */
function askRate(isNeeded: boolean): void {
  element("rate-field").hidden = !isNeeded;
  if (isNeeded) element("rate").focus();
}

/** What was said of an earlier recording goes. */
function begin(): void {
  showError("");
  showStep("Reading the recording", { busy: true });
}

/** Takes what the worker answers. */
function take(reply: Reply): void {
  switch (reply.kind) {
    case "ready":
      return showStep("Ready for a recording.");
    case "listed":
      recordings = reply.recordings;
      return showRecordings(recordings, {});
    case "progress":
      return showStep(reply.step, { busy: true, share: reply.share });
    case "opened":
      opened = reply.opened;
      labelled = undefined;
      askRate(false);
      showRecordings(recordings, opened);
      showOpened(opened);
      return strip.open(opened);
    case "annotated":
      labelled = reply.annotated;
      showResult(labelled);
      strip.addBeats(labelled.beats);
      return showStep(countWords(labelled.summary));
    case "explained": {
      const { explanation } = reply;
      if (explanation.beat !== strip.chosen) return;
      const beat = strip.beats[explanation.beat]!;
      const groups = facts.model.doubt?.groups;
      const signal = opened!.strip;
      element("why").innerHTML = explanationHtml({ beat, explanation, groups, signal });
      element("why").hidden = false;
      return;
    }
    case "failed":
      showError(reply.message);
      if (reply.request === "explain") return;
      showStep(labelled ? countWords(labelled.summary) : "Waiting for a recording.");
      // The lists say again what is shown.
      if (opened) {
        showRecordings(recordings, opened);
        showLeads(opened);
      }
      return askRate(reply.lacksFrequency ?? false);
  }
}

function selectedIn(list: string): number {
  return element<HTMLSelectElement>(list).selectedIndex;
}
