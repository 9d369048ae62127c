import { BitReader } from "./bit_reader.ts";
import { crc16 } from "./crc.ts";
import { decodeSubframe } from "./decode_subframe.ts";
import type { FlacFailure } from "./flac_failure.ts";
import { type FrameHeader, type FramePlace, parseFrameHeader } from "./parse_frame_header.ts";
import { parseStreamInfo, type StreamInfo } from "./parse_stream_info.ts";
import { WfdbError } from "../wfdb_error.ts";

/** Options of {@linkcode decodeFlac}. */
export interface DecodeFlacOptions {
  /** Name of the record, for errors. */
  name?: string;
  /** Name of the file, for errors. */
  file?: string;
  /** Samples of each channel after which decoding stops; 0, the default, stands for all of the stream. */
  sampleCount?: number;
  /** Most samples of all channels together; 2 ** 28 by default, which takes 1 GiB. */
  maximumSamples?: number;
}

/** A decoded FLAC stream. */
export interface FlacStream {
  /** Bits of a sample, 4 to 24. */
  bits: number;
  /** The samples of each channel, all of one length. */
  channels: Int32Array[];
}

/**
 * Decodes a FLAC stream of up to 24 bits a sample to the last bit.
 *
 * Checked are the CRC of each header and frame, their numbers, and how many samples there are; a file of a few bytes may
 * stand for millions of samples, so there is a limit to these.
 *
 * Source: RFC 9639.
 *
 * @throws {WfdbError} where the bytes are no whole, undamaged FLAC stream of at most so many samples.
 */
export function decodeFlac(bytes: Uint8Array, options: DecodeFlacOptions = {}): FlacStream {
  const { name = "", file = "", sampleCount = 0, maximumSamples = 2 ** 28 } = options;
  const fail: FlacFailure = (part, wanted, found) => {
    throw new WfdbError(`read record "${name}"`, {
      file,
      part: `${part} of ${file}`,
      wanted,
      found,
    });
  };
  const info = parseStreamInfo(bytes, fail);
  const wanted = sampleCount || info.sampleCount || Infinity;
  const most = Math.floor(maximumSamples / info.channels);
  let channels = makeChannels(info, { bytes, wanted });
  const place: FramePlace = { frame: 0, sample: 0 };
  for (let at = info.framesStart; place.sample < wanted && at < bytes.length; place.frame++) {
    const failFrame: FlacFailure = (part, ...rest) => fail(`frame ${place.frame} ${part}`, ...rest);
    const reader = new BitReader(bytes.subarray(at, at + largestFrame(info)));
    const header = parseFrameHeader(reader, info, { place, fail: failFrame });
    const end = place.sample + header.blockSize;
    if (Math.min(end, wanted) > most) {
      fail("number of samples", `at most ${maximumSamples} (option maximumSamples)`, "more");
    }
    if (end > channels[0]!.length) channels = channels.map((samples) => grown(samples, end));
    const blocks = channels.map((samples) => samples.subarray(place.sample, end));
    decodeFrame(reader, blocks, { header, info, fail: failFrame });
    place.sample = end;
    at += reader.position >> 3;
  }
  const count = Math.min(place.sample, wanted);
  if (count < wanted && count < info.sampleCount) {
    fail("number of samples of each channel", info.sampleCount, count);
  }
  return { bits: info.bits, channels: channels.map((samples) => samples.subarray(0, count)) };
}

/** Arrays for the samples, as long as the stream claims to be as far as its bytes make that likely. */
function makeChannels(
  { channels, largestBlock }: StreamInfo,
  { bytes, wanted }: { bytes: Uint8Array; wanted: number },
): Int32Array[] {
  const likely = Math.ceil(8 * bytes.length / channels);
  const length = Math.min(wanted, likely) + largestBlock;
  return Array.from({ length: channels }, () => new Int32Array(length));
}

function grown(samples: Int32Array, least: number): Int32Array {
  const longer = new Int32Array(2 * least);
  longer.set(samples);
  return longer;
}

/** Bytes that no frame reaches: twice those of samples that are not compressed, as 32 bits each. */
function largestFrame({ channels, largestBlock }: StreamInfo): number {
  return 1024 + 8 * channels * largestBlock;
}

/** Reads what follows the header of a frame into a block for each channel, and checks the CRC of the whole. */
function decodeFrame(
  reader: BitReader,
  blocks: readonly Int32Array[],
  { header, info, fail }: { header: FrameHeader; info: StreamInfo; fail: FlacFailure },
): void {
  const { stereo } = header;
  for (const [c, block] of blocks.entries()) {
    // A difference of two samples has one bit more than each.
    const isSide = stereo !== "none" && c === (stereo === "side and right" ? 0 : 1);
    decodeSubframe(reader, block, { bits: info.bits + (isSide ? 1 : 0), fail });
  }
  reader.align();
  const wanted = crc16(reader.bytes, 0, reader.position >> 3);
  const found = reader.unsigned(16);
  if (reader.isPastEnd) fail("CRC", "there", "cut off");
  if (found !== wanted) fail("CRC", wanted, found);
  if (stereo !== "none") restoreStereo(blocks[0]!, blocks[1]!, stereo);
}

/** Turns what a frame stores of two channels into these, in place. */
function restoreStereo(
  first: Int32Array,
  second: Int32Array,
  stereo: FrameHeader["stereo"],
): void {
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (stereo === "left and side") {
      second[i] = a - b;
    } else if (stereo === "side and right") {
      first[i] = a + b;
    } else {
      // The lowest bit of a sum is that of the difference; the mid has lost it.
      const sum = a << 1 | b & 1;
      first[i] = sum + b >> 1;
      second[i] = sum - b >> 1;
    }
  }
}
