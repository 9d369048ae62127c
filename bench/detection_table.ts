import { aamiClasses } from "lib/beats/mod.ts";
import type { BeatCounts, DetectionCost } from "./detection_cost.ts";

const letters = aamiClasses.map(({ letter }) => letter);

/** What {@linkcode detectionTable} compares results with. */
export interface DetectionTableOptions {
  /** How many beats of DS2 a model's card scores, by the model's name. */
  cardBeats?: Record<string, number>;
}

/** Results as a table in Markdown: sensitivity, positive predictivity and F1 of each class in percent. */
export function detectionTable(
  costs: readonly DetectionCost[],
  { cardBeats = {} }: DetectionTableOptions = {},
): string {
  const rows = costs.flatMap(({ model, set, annotated, detected }) =>
    Object.entries({ annotated, detected }).map(([peaks, counts]) => {
      // The last row and column are of what is no beat and of what was missed.
      const classes = counts.length - 1;
      const scores = letters.map((_, label) => label < classes ? classCell(counts, label) : "–");
      const missed = counts.slice(0, classes).map((row) => row[classes]!);
      const cells = [
        model,
        set,
        peaks,
        ...scores,
        missed.join(" "),
        set === "kaggle" ? "–" : counts[classes]!.slice(0, classes).join(" "),
      ];
      return `| ${cells.join(" | ")} |`;
    })
  );
  const notes = costs.map(({ set, records, annotated }) =>
    set === "kaggle"
      ? `kaggle: the ${countText(annotated)} test rows of the published split, random by beat; ` +
        "false detections belong to no row"
      : `${set}: records ${records.join(" ")}`
  );
  const measured = costs.map(({ source, date }) => `${source}, ${date.slice(0, 10)}`);
  return [
    `| model | records | peaks | ${letters.join(" | ")} | missed ${
      letters.join(" ")
    } | false, classified ${letters.join(" ")} |`,
    `| --- | --- | --- |${" ---: |".repeat(letters.length)} --- | --- |`,
    ...rows,
    "",
    [
      `Sensitivity / positive predictivity (F1), in percent. ${[...new Set(notes)].join("; ")}.`,
      ...new Set(costs.flatMap((cost) => cardText(cost, cardBeats[cost.model]))),
      `${[...new Set(measured)].join("; ")}.`,
    ].join(" "),
  ].join("\n");
}

/** Why the scores of a card differ from those of the same beats here: the last beat of a record has no row. */
function cardText({ set, records, annotated }: DetectionCost, cardBeats?: number): string[] {
  if (set !== "DS2" || cardBeats === undefined) return [];
  const beats = sumOf(annotated);
  const why = beats - cardBeats === records.length ? ", without the last of each record" : "";
  return beats === cardBeats ? [] : [
    `Of the ${countText(annotated)} annotated beats of ${set}, the cards score ` +
    `${cardBeats.toLocaleString("en")}${why}.`,
  ];
}

function countText(counts: BeatCounts): string {
  return sumOf(counts).toLocaleString("en");
}

function sumOf(counts: BeatCounts): number {
  return counts.flat().reduce((a, b) => a + b);
}

function classCell(counts: BeatCounts, label: number): string {
  const hits = counts[label]![label]!;
  const actual = counts[label]!.reduce((a, b) => a + b);
  const labelled = counts.reduce((sum, row) => sum + row[label]!, 0);
  const percent = (part: number, whole: number) =>
    whole > 0 ? (100 * part / whole).toFixed(1) : "–";
  return `${percent(hits, actual)} / ${percent(hits, labelled)} (${
    percent(2 * hits, actual + labelled)
  })`;
}
