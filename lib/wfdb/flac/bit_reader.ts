/**
 * Reads bits of one FLAC frame, the highest bit of each byte first.
 *
 * Beyond the end of the bytes there are zeros, as checking at each step would cost too much: whoever reads asks
 * {@linkcode BitReader.isPastEnd} before trusting what was read.
 */
export class BitReader {
  readonly bytes: Uint8Array;
  /** Number of the next bit. A frame has far fewer than 2 ** 31. */
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isPastEnd(): boolean {
    return this.position > this.bytes.length * 8;
  }

  /** The next 32 bits as a signed integer, which stay there to be read. */
  peek(): number {
    return peekBits(this.bytes, this.position);
  }

  /** An unsigned integer of 0 to 31 bits. */
  unsigned(count: number): number {
    if (count === 0) return 0;
    const value = this.peek() >>> (32 - count);
    this.position += count;
    return value;
  }

  /** A signed integer of 0 to 32 bits. */
  signed(count: number): number {
    if (count === 0) return 0;
    const value = this.peek() >> (32 - count);
    this.position += count;
    return value;
  }

  /** The number of zeros before the next one, which is read too. */
  unary(): number {
    let zeros = 0;
    for (;;) {
      const run = Math.clz32(this.peek());
      zeros += run;
      this.position += run;
      if (run < 32 || this.isPastEnd) break;
    }
    this.position++;
    return zeros;
  }

  /** Goes on to the next whole byte. */
  align(): void {
    this.position = (this.position + 7) >> 3 << 3;
  }
}

/** The 32 bits from a position on as a signed integer, zeros beyond the end. */
export function peekBits(bytes: Uint8Array, position: number): number {
  const at = position >> 3;
  const shift = position & 7;
  const word = bytes[at]! << 24 | bytes[at + 1]! << 16 | bytes[at + 2]! << 8 | bytes[at + 3]!;
  return word << shift | bytes[at + 4]! >> (8 - shift);
}
