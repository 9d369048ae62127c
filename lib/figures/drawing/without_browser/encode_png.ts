import { crc32, deflateSync } from "node:zlib";

/** A picture row by row: red, green, blue and opacity of each pixel, 0 to 255. */
export interface Picture {
  width: number;
  height: number;
  /** `[height * width * 4]`. */
  pixels: Uint8Array;
}

/** The most that a pixel of one byte can choose from. */
const mostColors = 256;

/**
 * Writes a picture as a PNG file with a palette, a third of the size of one with full colours: notebooks hold many.
 * Of more than 256 colours the commonest are kept, and each other becomes the nearest of them; in a figure those
 * are shades at the edges of letters and lines. What is not opaque is laid on white.
 *
 * Source: Portable Network Graphics (PNG) Specification, third edition: colour type 3.
 */
export function encodePng({ width, height, pixels }: Picture): Uint8Array<ArrayBuffer> {
  const colors = opaqueColors(pixels);
  const { palette, places } = choosePalette(colors);
  const lines = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    // Each line begins with the number of its filter: 0, none.
    for (let x = 0; x < width; x++) {
      lines[y * (width + 1) + 1 + x] = places.get(colors[y * width + x]!)!;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits a pixel
  header.setUint8(9, 3); // a palette
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("PLTE", Uint8Array.from(palette.flatMap(channels))),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** Each pixel's colour as one number, 0xrrggbb. */
function opaqueColors(pixels: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: pixels.length / 4 }, (_, pixel) => {
    const opacity = pixels[4 * pixel + 3]!;
    const channel = (place: number) =>
      Math.round((pixels[4 * pixel + place]! * opacity + 255 * (255 - opacity)) / 255);
    return opacity === 255
      ? pixels[4 * pixel]! << 16 | pixels[4 * pixel + 1]! << 8 | pixels[4 * pixel + 2]!
      : channel(0) << 16 | channel(1) << 8 | channel(2);
  });
}

/** The colours of the palette, and the place in it of every colour of the picture. */
function choosePalette(colors: Uint32Array) {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const ranked = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const palette = ranked.slice(0, mostColors);
  const places = new Map(palette.map((color, place) => [color, place]));
  for (const color of ranked.slice(mostColors)) places.set(color, nearest(color, palette));
  return { palette, places };
}

function nearest(color: number, palette: readonly number[]): number {
  const [red, green, blue] = channels(color);
  let [best, place] = [Infinity, 0];
  palette.forEach((known, index) => {
    const [r, g, b] = channels(known);
    const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
    if (distance < best) [best, place] = [distance, index];
  });
  return place;
}

function channels(color: number): [number, number, number] {
  return [color >> 16, color >> 8 & 0xff, color & 0xff];
}

/** Length, name, content and check sum. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
