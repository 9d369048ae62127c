/** One annotation: a label at a sample. */
export interface Annotation {
  /** Frame of the record that the annotation belongs to, from 0. */
  sample: number;
  /** The label as charts show it, e.g. `"N"` for a normal beat; `annotationCodes` lists all. */
  symbol: string;
  /** A finer class whose meaning depends on the symbol, -128 to 127. */
  subtype: number;
  /** Number of the signal that the annotation belongs to, 0 to 255. */
  channel: number;
  /** A number for the annotator's own use, -128 to 127. */
  number: number;
  /** Free text, e.g. `"(AFIB"` where atrial fibrillation begins. */
  auxiliary: string;
}
