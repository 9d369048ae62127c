/** What of a Keras file is not as it has to be: the file's name is added where it is known. */
export class Mismatch extends Error {
  override name = "Mismatch";

  /** @param found any value; undefined where there is nothing. */
  constructor(wanted: string, found: unknown) {
    super(`wanted ${wanted}, found ${shortText(found)}`);
  }
}

const LONGEST = 120;

function shortText(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

/** The error that a task ends with when something went wrong in it. */
export function explainMismatch(task: string, error: unknown): Error {
  if (error instanceof Mismatch) return new Error(`${task}: ${error.message}`, { cause: error });
  const [line] = String(error instanceof Error ? error.message : error).split("\n");
  return new Error(`${task}: ${line}`, { cause: error });
}
