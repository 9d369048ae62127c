import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { encodePng } from "lib/figures/drawing/without_browser/encode_png.ts";

/** The chunks of a PNG file by name. */
function chunksOf(png: Uint8Array): Record<string, Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks: Record<string, Uint8Array> = {};
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const name = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    chunks[name] = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  return chunks;
}

/** The colours of the pixels that a PNG file with a palette holds. */
function colorsOf(png: Uint8Array, width: number): number[][] {
  const { PLTE, IDAT } = chunksOf(png);
  const lines = inflateSync(IDAT!);
  return [...lines].filter((_, at) => at % (width + 1) > 0)
    .map((place) => [...PLTE!.subarray(3 * place, 3 * place + 3)]);
}

const pixels = Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255, 0, 0, 0, 0);

Deno.test("encodePng() keeps the colours of a picture that has few", () => {
  const png = encodePng({ width: 2, height: 2, pixels });
  assert.deepEqual([...chunksOf(png)["IHDR"]!], [0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  assert.deepEqual(colorsOf(png, 2), [[255, 0, 0], [0, 0, 255], [255, 0, 0], [255, 255, 255]]);
});

Deno.test("encodePng() closes each chunk with its check sum", () => {
  const png = encodePng({ width: 2, height: 2, pixels });
  assert.deepEqual([...png.subarray(-4)], [0xae, 0x42, 0x60, 0x82], "that of every IEND");
});

Deno.test("encodePng() gives a rare colour the nearest of the 256 commonest", () => {
  const greys = Array.from({ length: 512 }, (_, at) => [at >> 1, at >> 1, at >> 1, 255]);
  const rare = [[200, 200, 203, 255], [10, 10, 10, 255]];
  const png = encodePng({
    width: 514,
    height: 1,
    pixels: Uint8Array.from([...greys, ...rare].flat()),
  });
  const colors = colorsOf(png, 514);
  assert.deepEqual(colors[512], [201, 201, 201]);
  assert.deepEqual(colors[513], [10, 10, 10]);
  assert.deepEqual(colors[401], [200, 200, 200]);
});
