/** Throws the error that a part of a FLAC stream is not what it must be. */
export type FlacFailure = (part: string, wanted: string | number, found: string | number) => never;
