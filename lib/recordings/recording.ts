/** An ECG recording, whatever file it came from. */
export interface Recording {
  /** Name of the file or record without folder and extension. */
  name: string;
  /** What the recording was read from. */
  format: RecordingFormat;
  /** Samples per second of the lead that `chooseLead` takes by default; leads may differ from one another. */
  frequency: number;
  /** All signals, in the order of the file, on one time axis: sample `i` of each is at `i / frequency` seconds. */
  leads: Lead[];
  /** Stretches in which nothing was recorded, in order; the leads have NaN there. */
  gaps: Gap[];
  /**
   * Date and time of the first sample as ISO 8601, with a zone only where the file names one; the file's own text where
   * it is no such date or time; undefined where the file does not say.
   */
  start: string | undefined;
  /** What the file itself says of moments or stretches, in order of time. */
  annotations: RecordingAnnotation[];
  /** What a reader should know before trusting the numbers: sentences, empty where all is well. */
  warnings: string[];
}

/** The files that are read. */
export type RecordingFormat =
  | "WFDB"
  | "EDF"
  | "EDF+C"
  | "EDF+D"
  | "BDF"
  | "BDF+C"
  | "BDF+D"
  | "CSV";

/** One signal of a recording. */
export interface Lead {
  /** As the file names it, e.g. `"MLII"` or `"ECG I"`. */
  name: string;
  /** `"mV"` for every voltage; for what is none, the unit of the file (`""` where it names none). */
  unit: string;
  /** Samples per second. */
  frequency: number;
  /** In the unit; NaN where a sample is missing. */
  samples: Float32Array;
}

/** A stretch without samples. */
export interface Gap {
  /** Seconds from the first sample of the recording. */
  start: number;
  /** Seconds. */
  duration: number;
}

/** What a file says of a moment or a stretch. */
export interface RecordingAnnotation {
  /** Seconds from the first sample of the recording; below 0 for what came before. */
  time: number;
  /** Seconds; 0 for a moment. */
  duration: number;
  /** As written, e.g. `"Sleep stage W"` or `"(AFIB"`. */
  text: string;
  /** WFDB's symbol, e.g. `"N"` for a normal beat; only annotations of WFDB records have one. */
  symbol?: string;
}
