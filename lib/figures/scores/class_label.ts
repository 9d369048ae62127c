import { aamiClasses } from "lib/beats/mod.ts";

/** The colour of a class in every figure. */
export function classColor(label: number): string {
  return aamiClass(label).color;
}

/** The colour of the class of a letter. */
export function colorOfLetter(letter: string): string {
  return classColor(aamiClasses.findIndex((known) => known.letter === letter));
}

/** The letter of a class, for places with little room. */
export function classLetter(label: number): string {
  return aamiClass(label).letter;
}

/** The letter and the name of a class. */
export function classTitle(label: number): string {
  const { letter, name } = aamiClass(label);
  return `${letter} · ${name.toLowerCase()}`;
}

function aamiClass(label: number) {
  const found = aamiClasses[label];
  if (found === undefined) {
    throw new RangeError(
      `Cannot name a class: its label must be 0 to ${aamiClasses.length - 1} but is ${label}`,
    );
  }
  return found;
}
