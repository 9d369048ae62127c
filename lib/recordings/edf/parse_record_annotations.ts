/** What the annotation signals of one data record hold. */
export interface RecordAnnotations {
  /** Seconds from the file's start time to the record; undefined where the record does not say. */
  onset: number | undefined;
  /** Times count from the file's start time. */
  annotations: { time: number; duration: number; text: string }[];
  /** Whether a part of the bytes is no annotation list. */
  damaged: boolean;
}

const [separator, durationMark] = [20, 21];

/**
 * Parses the time-stamped annotation lists (TAL) of one data record of EDF+, given the bytes of each annotation signal.
 *
 * The first list of the first signal has an empty text: it says when the record begins.
 */
export function parseRecordAnnotations(signals: readonly Uint8Array[]): RecordAnnotations {
  const result: RecordAnnotations = { onset: undefined, annotations: [], damaged: false };
  for (const [index, bytes] of signals.entries()) {
    for (const list of splitLists(bytes)) {
      const parsed = parseList(list);
      if (parsed === undefined) {
        result.damaged = true;
        continue;
      }
      const { time, duration, texts } = parsed;
      if (index === 0 && texts[0] === "" && result.onset === undefined) result.onset = time;
      for (const text of texts) {
        if (text !== "") result.annotations.push({ time, duration, text });
      }
    }
  }
  return result;
}

/** The lists, each of which ends at a zero byte. */
function* splitLists(bytes: Uint8Array): Generator<Uint8Array> {
  let first = 0;
  while (first < bytes.length) {
    const zero = bytes.indexOf(0, first);
    const end = zero < 0 ? bytes.length : zero;
    if (end > first) yield bytes.subarray(first, end);
    first = end + 1;
  }
}

function parseList(
  list: Uint8Array,
): { time: number; duration: number; texts: string[] } | undefined {
  const end = list.indexOf(separator);
  if (end < 0) return undefined;
  const stamp = new TextDecoder("latin1").decode(list.subarray(0, end));
  const [onset = "", length = "0"] = stamp.split(String.fromCharCode(durationMark));
  const number = /^[+-]?\d+(\.\d*)?$/;
  if (!number.test(onset) || !number.test(length)) return undefined;
  const texts = new TextDecoder().decode(list.subarray(end + 1))
    .split(String.fromCharCode(separator));
  return { time: Number(onset), duration: Math.max(0, Number(length)), texts };
}
