/** One class of beats of the AAMI recommendation (ANSI/AAMI EC57). */
export interface AamiClass {
  /** The number that stands for the class in labels and confusion matrices, 0 to 4. */
  readonly label: number;
  /** The letter that papers use for the class. */
  readonly letter: "N" | "S" | "V" | "F" | "Q";
  /** The class in words. */
  readonly name: string;
  /** PhysioNet's annotation symbols that belong to the class. */
  readonly symbols: readonly string[];
  /** The colour of the class in every figure. */
  readonly color: string;
}

/**
 * The five AAMI classes in label order, `aamiClasses[label]`: the only table of classes in the
 * project.
 *
 * The symbols are those of the published heartbeat rows (Kachuee, Fazeli, Sarrafzadeh 2018). The
 * colours are from the palette of Okabe and Ito (2008), which readers with any common colour
 * blindness tell apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { aamiClasses } from "lib/beats/mod.ts";
 *
 * assert.equal(aamiClasses.map((aamiClass) => aamiClass.letter).join(""), "NSVFQ");
 * ```
 */
export const aamiClasses: readonly AamiClass[] = [
  {
    label: 0,
    letter: "N",
    name: "Normal or bundle branch block",
    symbols: ["N", "L", "R", "e", "j"],
    color: "#0072B2",
  },
  {
    label: 1,
    letter: "S",
    name: "Supraventricular ectopic",
    symbols: ["A", "a", "J", "S"],
    color: "#E69F00",
  },
  {
    label: 2,
    letter: "V",
    name: "Ventricular ectopic",
    symbols: ["V", "E"],
    color: "#D55E00",
  },
  {
    label: 3,
    letter: "F",
    name: "Fusion of ventricular and normal",
    symbols: ["F"],
    color: "#009E73",
  },
  {
    label: 4,
    letter: "Q",
    name: "Paced or unclassifiable",
    symbols: ["/", "f", "Q"],
    color: "#CC79A7",
  },
];

const labels = new Map(
  aamiClasses.flatMap(({ label, symbols }) => symbols.map((symbol) => [symbol, label] as const)),
);

/**
 * The AAMI label of an annotation symbol, or undefined for a symbol that belongs to no class, such
 * as a rhythm change `+` or a noise mark `~`.
 */
export function labelOfSymbol(symbol: string): number | undefined {
  return labels.get(symbol);
}
