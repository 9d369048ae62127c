/** One annotation code of the MIT format: the number in the file, what a chart shows, and its meaning. */
export interface AnnotationCode {
  /** The number in annotation files, from 0 to 49. */
  code: number;
  /** The mnemonic, such as "N" or "V". */
  symbol: string;
  /** What it stands for. */
  description: string;
  /** Whether the annotation marks a heartbeat (a QRS complex). */
  beat: boolean;
}

/**
 * Every annotation code that WFDB defines, by code; 0 (not an annotation) and the unassigned codes are left out.
 *
 * Source: WFDB's `ecgcodes.h` and `ecgmap.h`.
 */
export const annotationCodes: readonly AnnotationCode[] = [
  beat(1, "N", "Normal beat"),
  beat(2, "L", "Left bundle branch block beat"),
  beat(3, "R", "Right bundle branch block beat"),
  beat(4, "a", "Aberrated atrial premature beat"),
  beat(5, "V", "Premature ventricular contraction"),
  beat(6, "F", "Fusion of ventricular and normal beat"),
  beat(7, "J", "Nodal (junctional) premature beat"),
  beat(8, "A", "Atrial premature beat"),
  beat(9, "S", "Premature or ectopic supraventricular beat"),
  beat(10, "E", "Ventricular escape beat"),
  beat(11, "j", "Nodal (junctional) escape beat"),
  beat(12, "/", "Paced beat"),
  beat(13, "Q", "Unclassifiable beat"),
  mark(14, "~", "Signal quality change"),
  mark(16, "|", "Isolated QRS-like artifact"),
  mark(18, "s", "ST segment change"),
  mark(19, "T", "T-wave change"),
  mark(20, "*", "Systole"),
  mark(21, "D", "Diastole"),
  mark(22, '"', "Comment"),
  mark(23, "=", "Measurement"),
  mark(24, "p", "P-wave peak"),
  beat(25, "B", "Left or right bundle branch block beat"),
  mark(26, "^", "Non-conducted pacer spike"),
  mark(27, "t", "T-wave peak"),
  mark(28, "+", "Rhythm change"),
  mark(29, "u", "U-wave peak"),
  beat(30, "?", "Beat not classified during learning"),
  beat(31, "!", "Ventricular flutter wave"),
  mark(32, "[", "Start of ventricular flutter or fibrillation"),
  mark(33, "]", "End of ventricular flutter or fibrillation"),
  beat(34, "e", "Atrial escape beat"),
  beat(35, "n", "Supraventricular escape beat"),
  mark(36, "@", "Link to external data"),
  mark(37, "x", "Non-conducted P wave (blocked atrial premature beat)"),
  beat(38, "f", "Fusion of paced and normal beat"),
  mark(39, "(", "Waveform onset"),
  mark(40, ")", "Waveform end"),
  beat(41, "r", "R-on-T premature ventricular contraction"),
];

/** The codes of the MIT format that are no labels, but stand before (skip) or after an annotation. */
export const annotationModifiers = {
  skip: 59,
  number: 60,
  subtype: 61,
  channel: 62,
  auxiliary: 63,
} as const;

/** The symbol of each code below the modifiers; codes that WFDB leaves unassigned are in brackets, as it prints them. */
export const symbolOfCode: readonly string[] = Array.from(
  { length: annotationModifiers.skip },
  (_, code) => annotationCodes.find((entry) => entry.code === code)?.symbol ?? `[${code}]`,
);

function beat(code: number, symbol: string, description: string): AnnotationCode {
  return { code, symbol, description, beat: true };
}

function mark(code: number, symbol: string, description: string): AnnotationCode {
  return { code, symbol, description, beat: false };
}
