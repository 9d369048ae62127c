/** How ONNX Runtime scored a model in one kind of file: see tests/reference/models_onnx_int8.py. */
export interface Int8Score {
  bytes: number;
  validation: { accuracy: number; macroF1: number };
  /** Only of the kinds that are kept. */
  test?: { accuracy: number; macroF1: number };
  /** Of one row, by how many go in at once; one thread. */
  secondsARow: Record<string, number>;
  /** Of probabilities on an emulated processor with AVX2 alone, the largest; of `--int8` alone. */
  differenceWithoutVnni?: number;
}

/** What the program has stored. */
export interface Int8Scores {
  versions: Record<string, string>;
  processor: string;
  validationRows: number;
  testRows: number;
  largestLoss: number;
  /** Which kind of 8 bits `--int8` writes. */
  kept: "values" | "weights";
  models: Record<string, Record<string, Int8Score>>;
}

/** What each kind of file is called, by how the program calls it; the one that is kept is called `--int8`. */
const kinds = {
  float: "unchanged",
  folded: "`--folded`",
  values: "int8 weights and values",
  weights: "int8 weights only",
};

/** A table of size, scores and speed of each kind of file, and under what these were found. */
export function int8Table(found: Int8Scores): string {
  const { versions, processor, validationRows, testRows, kept } = found;
  const rows = Object.entries(found.models).flatMap(([name, scores]) =>
    Object.entries(kinds).map(([kind, words]) =>
      `| ${
        [name, kind === kept ? "`--int8`" : words, ...cells(scores[kind]!, scores.float!)].join(
          " | ",
        )
      } |`
    )
  );
  const count = (rows: number) => rows.toLocaleString("en");
  return [
    "| model | file | kB | validation macro-F1 | test accuracy | test macro-F1 | speed, 512 rows at once | speed, one row |",
    `| --- | --- |${" ---: |".repeat(6)}`,
    ...rows,
    "",
    `${count(validationRows)} validation rows and ${count(testRows)} test rows in onnxruntime ` +
    `${versions.onnxruntime}. Speed: relative to the unchanged file, one thread, all variants in turns; ${processor}. ` +
    `${
      keptText(found)
    } On a processor without VNNI (emulated, not timed) its probabilities differ by ` +
    `${largestWithoutVnni(found)}.`,
  ].join("\n");
}

/** Which kind of 8 bits is kept and why. */
function keptText({ kept, largestLoss, models }: Int8Scores): string {
  const limit = `${largestLoss} macro-F1 on the validation rows`;
  if (kept === "weights") {
    return `\`--int8\` uses 8 bits for the weights alone: for values too, they cost a model more than ${limit}.`;
  }
  const speeds = Object.values(models).flatMap(({ weights, float }) =>
    Object.keys(float!.secondsARow).map((rows) => speed(rows, weights!, float!))
  );
  const [least, most] = [Math.min(...speeds), Math.max(...speeds)].map((one) => one.toFixed(1));
  return `\`--int8\` uses 8 bits for weights and values, which cost no model more than ${limit}; with 8 bits for the ` +
    `weights alone the speed is ${least} to ${most} times that of the unchanged file.`;
}

function largestWithoutVnni({ models }: Int8Scores): number {
  const scores = Object.values(models).flatMap((kinds) => Object.values(kinds));
  return Math.max(...scores.map(({ differenceWithoutVnni }) => differenceWithoutVnni ?? 0));
}

function cells(score: Int8Score, float: Int8Score): string[] {
  const { bytes, validation, test } = score;
  return [
    Math.ceil(bytes / 1000).toLocaleString("en"),
    validation.macroF1.toFixed(4),
    test?.accuracy.toFixed(4) ?? "–",
    test?.macroF1.toFixed(4) ?? "–",
    speed("512", score, float).toFixed(1),
    speed("1", score, float).toFixed(1),
  ];
}

/** How often a kind of file is computed in the time of the unchanged one. */
function speed(rows: string, { secondsARow }: Int8Score, float: Int8Score): number {
  return float.secondsARow[rows]! / secondsARow[rows]!;
}
