import type { BitReader } from "./bit_reader.ts";
import { crc8 } from "./crc.ts";
import type { FlacFailure } from "./flac_failure.ts";
import type { StreamInfo } from "./parse_stream_info.ts";

/** What the header of a FLAC frame says of it. */
export interface FrameHeader {
  /** Samples of each channel. */
  blockSize: number;
  /** How the channels are stored: each for itself, or two of them with the difference in place of one or both. */
  stereo: "none" | "left and side" | "side and right" | "mid and side";
}

const sampleBits = [0, 8, 12, -1, 16, 20, 24, 32];
const stereoModes = ["left and side", "side and right", "mid and side"] as const;

/** Where a frame must stand in its stream. */
export interface FramePlace {
  /** Number of the frame. */
  frame: number;
  /** Number of its first sample. */
  sample: number;
}

/** Parses the header of a frame, with which the bytes of the reader begin, and checks that it fits the stream. */
export function parseFrameHeader(
  reader: BitReader,
  info: StreamInfo,
  { place, fail }: { place: FramePlace; fail: FlacFailure },
): FrameHeader {
  const sync = reader.unsigned(15);
  if (sync !== 0b111111111111100) fail("sync code", 0b111111111111100, sync);
  const isVariable = reader.unsigned(1) === 1;
  const blockCode = reader.unsigned(4);
  const rateCode = reader.unsigned(4);
  const channelCode = reader.unsigned(4);
  const bits = sampleBits[reader.unsigned(3)]! || info.bits;
  const reserved = reader.unsigned(1);
  const number = readNumber(reader, fail);
  const blockSize = readBlockSize(reader, blockCode, fail);
  // The rate of the stream means nothing in WFDB; only its bits are passed.
  reader.position += [8, 16, 16][rateCode - 12] ?? 0;
  const bytes = reader.position >> 3;
  const wantedCheck = crc8(reader.bytes, 0, bytes);
  const check = reader.unsigned(8);
  if (reader.isPastEnd) fail("header", "whole", "cut off");
  if (check !== wantedCheck) fail("header CRC", wantedCheck, check);

  if (reserved !== 0 || rateCode === 15) fail("header", "without reserved codes", "with one");
  const channels = channelCode < 8 ? channelCode + 1 : 2;
  if (channelCode > 10) fail("channel assignment", "at most 10", channelCode);
  if (channels !== info.channels) fail("channels", info.channels, channels);
  if (bits !== info.bits) fail("bits of a sample", info.bits, bits);
  if (blockSize > info.largestBlock) {
    fail("block size", `at most ${info.largestBlock}`, blockSize);
  }
  // Numbers show a frame that is missing or comes twice, whose own CRC is right.
  const wantedNumber = isVariable ? place.sample : place.frame;
  if (number !== wantedNumber) fail("number", wantedNumber, number);
  return { blockSize, stereo: stereoModes[channelCode - 8] ?? "none" };
}

/** A number of up to 36 bits in the manner of UTF-8. */
function readNumber(reader: BitReader, fail: FlacFailure): number {
  const first = reader.unsigned(8);
  if (first < 128) return first;
  const length = Math.clz32(~(first << 24));
  if (length < 2 || length > 7) fail("number", "coded like UTF-8", first);
  let number = first & (127 >> length);
  for (let i = 1; i < length; i++) {
    const next = reader.unsigned(8);
    if (next >> 6 !== 2) fail("number", "coded like UTF-8", next);
    number = number * 64 + (next & 63);
  }
  return number;
}

function readBlockSize(reader: BitReader, code: number, fail: FlacFailure): number {
  if (code === 0) return fail("block size code", "1 to 15", 0);
  if (code === 1) return 192;
  if (code < 6) return 576 << (code - 2);
  if (code === 6) return reader.unsigned(8) + 1;
  if (code === 7) return reader.unsigned(16) + 1;
  return 256 << (code - 8);
}
