/** The width of a text in pixels at a font size in pixels. */
export type TextWidth = (text: string, size: number) => number;

/**
 * Reads the widths of the characters from a TrueType font: its tables `cmap` (format 4, characters
 * to glyphs), `hhea` and `hmtx` (glyphs to widths) and `head` (the unit of the widths).
 *
 * Source: the OpenType specification. Kerning is left out: it changes a label by less than a pixel.
 *
 * @throws {Error} when the font has no character table of format 4.
 */
export function readTextWidth(font: Uint8Array): TextWidth {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tableOffsets(view);
  const unitsPerEm = view.getUint16(tables.get("head")! + 18);
  const metricCount = view.getUint16(tables.get("hhea")! + 34);
  const metrics = tables.get("hmtx")!;
  const glyphOf = readCharacters(view, tables.get("cmap")!);
  const widths = new Map<number, number>();
  const advance = (character: number) => {
    const glyph = Math.min(glyphOf(character), metricCount - 1);
    return view.getUint16(metrics + 4 * glyph) / unitsPerEm;
  };
  return (text, size) => {
    let sum = 0;
    for (const letter of text) {
      const character = letter.codePointAt(0)!;
      if (!widths.has(character)) widths.set(character, advance(character));
      sum += widths.get(character)!;
    }
    return sum * size;
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const offsets = new Map<string, number>();
  for (let table = 0; table < view.getUint16(4); table++) {
    const entry = 12 + 16 * table;
    const tag = [0, 1, 2, 3].map((i) => String.fromCharCode(view.getUint8(entry + i))).join("");
    offsets.set(tag, view.getUint32(entry + 8));
  }
  return offsets;
}

/** Character to glyph number; 0, the glyph for what is missing, where the font has none. */
function readCharacters(view: DataView, cmap: number): (character: number) => number {
  const table = formatFour(view, cmap);
  const segments = view.getUint16(table + 6);
  const [ends, starts] = [table + 14, table + 16 + segments];
  const [deltas, ranges] = [starts + segments, starts + 2 * segments];
  return (character) => {
    for (let at = 0; at < segments; at += 2) {
      if (character > view.getUint16(ends + at)) continue;
      const start = view.getUint16(starts + at);
      if (character < start) return 0;
      const delta = view.getUint16(deltas + at);
      const range = view.getUint16(ranges + at);
      if (range === 0) return (character + delta) & 0xffff;
      const glyph = view.getUint16(ranges + at + range + 2 * (character - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function formatFour(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const table = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(table) === 4) return table;
  }
  throw new Error("Cannot read the widths of a font: wanted a cmap table of format 4, found none");
}
