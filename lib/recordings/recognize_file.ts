/** What the beginning of a file says it is. */
export type FileKind =
  | { kind: "EDF" | "BDF" | "CSV" | "WFDB header" }
  | { kind: "other"; what: string };

/** What files that people have beside recordings begin with, from a place on, as Latin-1. */
const signatures: [at: number, bytes: string, what: string][] = [
  [0, "%PDF", "a PDF"],
  [0, "PK\x03\x04", "a ZIP archive, perhaps an Excel file or an export that is still packed"],
  [0, "\x1f\x8b", "a gzip archive"],
  [0, "\x89PNG", "a picture"],
  [0, "\xff\xd8\xff", "a picture"],
  [0, "GIF8", "a picture"],
  [0, "\xd0\xcf\x11\xe0", "an old Excel or Word file"],
  [0, "MATLAB", "a MATLAB file"],
  [0, "\x89HDF", "an HDF5 or MATLAB 7.3 file"],
  [16, "SCPECG", "an SCP-ECG file"],
  [128, "DICM", "a DICOM file"],
];
const texts: [pattern: RegExp, what: string][] = [
  [/^(\xef\xbb\xbf)?\s*<[?!A-Za-z]/, "XML or HTML"],
  [/^(\xef\xbb\xbf)?\s*[{[]\s*(["{[]|-?[\d.]+\s*,)/, "JSON"],
];

/** Tells what a file is from its first bytes. */
export function recognizeFile(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (bytes.length === 0) return { kind: "other", what: "an empty file" };
  // A table may begin like that too, but its first line is shorter than an EDF header.
  if (/^0 {7}[^\r\n]{0,248}$/.test(head.slice(0, 256))) return { kind: "EDF" };
  if (bytes[0] === 0xff && head.startsWith("BIOSEMI", 1)) return { kind: "BDF" };
  const other = signatures.find(([at, start]) => head.startsWith(start, at))?.[2] ??
    texts.find(([pattern]) => pattern.test(head))?.[1];
  if (other !== undefined) return { kind: "other", what: other };
  // UTF-16 has zero bytes and a mark.
  const marked = /^(\xff\xfe|\xfe\xff)/.test(head);
  const control =
    bytes.subarray(0, 1024).filter((byte) => byte < 9 || byte > 13 && byte < 32).length;
  if (!marked && control > 0) return { kind: "other", what: "binary data of another kind" };
  return { kind: isHeader(head) ? "WFDB header" : "CSV" };
}

/** Whether the first lines that are no comments are a record line and a signal or segment line of WFDB. */
function isHeader(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  const [record = "", signal = ""] = lines;
  if (!/^\s*[^\s,;/|]+(\/\d+)?\s+\d+(\s+\d[\d./()eE+-]*(\s+\d+(\s.*)?)?)?\s*$/.test(record)) {
    return false;
  }
  return /^\s*\S*[A-Za-z_~]\S*\s+\d+([x:+]\d+)*(\s|$)/.test(signal);
}
