import { machineText } from "./describe_machine.ts";
import type { BenchmarkResult } from "./summarize.ts";

/** How contenders are called in tables and figures. */
export const contenderNames: Record<string, string> = {
  ours: "this project",
  keras: "Keras",
  pytorch: "PyTorch",
  onnxruntime: "onnxruntime",
  wfdb: "wfdb-python",
  numpy: "numpy",
};

/** How results are told. */
export interface ResultsTableOptions {
  /** The digest of the present code of a benchmark: results of another code are marked. */
  codeOf?: (key: string) => string;
}

/** Results as a table in Markdown, then the settings that counted, the versions and the machines. */
export function resultsTable(
  results: Record<string, BenchmarkResult>,
  { codeOf }: ResultsTableOptions = {},
): string {
  const all = Object.values(results);
  const isOlder = (key: string) => codeOf !== undefined && results[key]!.code !== codeOf(key);
  const older = Object.keys(results).filter(isOlder);
  const rows = [
    ["benchmark", "this project", "others", "ratio"],
    ...Object.entries(results).map(([key, result]) => {
      const { ours, ...others } = result.medians;
      return [
        `${result.title}${countText(result)}${older.includes(key) ? " †" : ""}`,
        timeText(ours!, result),
        Object.entries(others)
          .map(([name, seconds]) => `${contenderNames[name] ?? name} ${timeText(seconds, result)}`)
          .join(", "),
        result.ratio.toFixed(2),
      ];
    }),
  ];
  const notes = [
    "Medians of the rounds, each contender at its best setting. Before the first round, an untimed run does the " +
    "loading, tracing and compilation, except for the cold start, the import and the first step. " +
    "OMP_WAIT_POLICY is passive for all. Ratio: our time divided by the fastest other's; below 1, ours is faster.",
    ...all.filter(({ ratio }) => ratio > 1).map(slowerText),
    ...(older.length > 0
      ? ["† Measured before the last change, of any kind, to the code that it times."]
      : []),
    ...all.map(settingsText).filter((line) => line !== ""),
    ...circumstances(all),
  ];
  return `${markdownTable(rows)}\n\n${notes.map((note) => `- ${note}`).join("\n")}`;
}

/** Seconds; for a prediction, beats a second. */
export function timeText(seconds: number, { title, rows }: BenchmarkResult): string {
  if (title.includes("one beat")) return `${(1000 * seconds / rows!).toPrecision(3)} ms`;
  if (title.includes("prediction")) {
    return `${Math.round(rows! / seconds).toLocaleString("en")} beats/s`;
  }
  return `${seconds.toPrecision(3)} s`;
}

function countText({ rows, records }: BenchmarkResult): string {
  if (records !== undefined) return ` (${records} records)`;
  if (rows === undefined) return "";
  return rows === 1 ? " (1 beat)" : ` (${rows.toLocaleString("en")} beats)`;
}

/** Where others are faster: said in words, beside those alone. */
function slowerText({ title, medians }: BenchmarkResult): string {
  const { ours, ...others } = medians;
  const ratios = Object.entries(others).filter(([, seconds]) => seconds < ours!)
    .map(([name, seconds]) =>
      `${(ours! / seconds).toPrecision(2)} times ${contenderNames[name] ?? name}'s time`
    );
  return `**Slower here**: ${title}: ${ratios.join(", ")}.`;
}

function settingsText({ title, settings }: BenchmarkResult): string {
  const chosen = Object.entries(settings).filter(([, setting]) => setting !== "");
  if (chosen.length === 0) return "";
  const words = chosen.map(([name, setting]) => `${contenderNames[name] ?? name} ${setting}`);
  return `${title}: ${words.join("; ")}.`;
}

/** One line for all that was measured in one go, with all versions. */
function circumstances(results: BenchmarkResult[]): string[] {
  const together = Map.groupBy(results, ({ date, machine, rounds, source }) => {
    const name = `${source.name}${source.synthetic ? " (SYNTHETIC)" : ""}`;
    const load = `load before ${machine.load}`;
    return `${date.slice(0, 10)}, ${rounds} rounds, ${name}; ${machineText(machine)}, ${load}`;
  });
  return [...together].map(([text, group]) => {
    const versions = Object.assign({}, ...group.map((result) => result.versions));
    const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    return `${text}; ${programs.join(", ")}.`;
  });
}

function markdownTable(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  const [head, ...body] = rows;
  return [line(head!), line(widths.map((width) => "-".repeat(width))), ...body.map(line)]
    .join("\n");
}
