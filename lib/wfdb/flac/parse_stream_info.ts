import type { FlacFailure } from "./flac_failure.ts";

/** What the beginning of a FLAC stream says of it. */
export interface StreamInfo {
  channels: number;
  /** Bits of a sample. */
  bits: number;
  /** Samples of each channel, 0 where the stream does not say. */
  sampleCount: number;
  /** Samples of each channel in a frame at most. */
  largestBlock: number;
  /** Place in the bytes where the first frame begins. */
  framesStart: number;
}

/** Parses the mark, the STREAMINFO and the lengths of the other metadata blocks of a FLAC stream. */
export function parseStreamInfo(bytes: Uint8Array, fail: FlacFailure): StreamInfo {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  if (mark !== "fLaC") fail("beginning of the FLAC stream", '"fLaC"', describe(bytes));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4;
  for (let last = false; !last;) {
    if (at + 4 > bytes.length) fail("metadata of the FLAC stream", "whole", "cut off");
    const head = view.getUint32(at);
    const isFirst = at === 4;
    const type = head >>> 24 & 127;
    const length = head & 0xffffff;
    if (isFirst && (type !== 0 || length !== 34)) {
      fail("first metadata block", "STREAMINFO of 34 bytes", `type ${type} of ${length}`);
    }
    at += 4 + length;
    last = head < 0 || head >>> 31 === 1;
    if (at > bytes.length) fail("metadata of the FLAC stream", "whole", "cut off");
  }
  const largestBlock = view.getUint16(10);
  const packed = view.getUint32(18);
  const channels = (packed >>> 9 & 7) + 1;
  const bits = (packed >>> 4 & 31) + 1;
  if (bits < 4 || bits > 24) fail("bits of a sample of the FLAC stream", "4 to 24", bits);
  if (largestBlock < 16) fail("largest block of the FLAC stream", "16 or more", largestBlock);
  const sampleCount = (packed & 15) * 2 ** 32 + view.getUint32(22);
  return { channels, bits, sampleCount, largestBlock, framesStart: at };
}

function describe(bytes: Uint8Array): string {
  if (bytes.length === 0) return "the end of the file";
  const codes = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0"));
  return `the bytes ${codes.join(" ")}`;
}
