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
import { showOpened, showResult } from "./show_result.ts";
import { beatWords, countWords } from "./summary_parts.ts";
import { takeFiles } from "./take_files.ts";

const facts = JSON.parse(element("facts-json").textContent!) as PageFacts;
let opened: OpenedRecording | undefined;
let labelled: LabelledRecording | undefined;
/** Whether what is shown is the page's own recording. */
let isSynthetic = false;

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
takeFiles((files) => {
  isSynthetic = false;
  open(files);
}, showError);
element("sample").addEventListener("click", () => {
  isSynthetic = true;
  open(facts.sample.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) })));
});
element<HTMLInputElement>("rate").addEventListener("change", () => {
  begin();
  ask({ kind: "annotate", frequency: element<HTMLInputElement>("rate").valueAsNumber });
});
element<HTMLSelectElement>("recording").addEventListener("change", () => {
  begin();
  ask({ kind: "annotate", recording: chosenOf("recording", opened!.recordings) });
});
element<HTMLSelectElement>("lead").addEventListener("change", () => {
  begin();
  const { recording, leads } = opened!;
  ask({ kind: "annotate", recording, lead: chosenOf("lead", leads) });
});
element("beats-file").addEventListener("click", () => {
  offerDownload(`${opened!.name}.beats`, labelled!.annotations);
});
element("csv-file").addEventListener("click", () => {
  offerDownload(`${opened!.name}.csv`, labelled!.csv);
});

function open(files: NamedFile[]): void {
  element("result").hidden = true;
  askRate(false);
  begin();
  ask({ kind: "open", files });
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
    case "progress":
      return showStep(reply.step, { busy: true, share: reply.share });
    case "opened":
      opened = reply.opened;
      labelled = undefined;
      askRate(false);
      showOpened(opened, { isSynthetic });
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
      showStep("Waiting for a recording.");
      showError(reply.message);
      return askRate(/option frequency/.test(reply.message));
  }
}

function chosenOf(id: string, names: readonly string[]): string {
  return names[element<HTMLSelectElement>(id).selectedIndex]!;
}
