/** The polynomial x^8 + x^2 + x + 1, which guards the header of a frame. */
const table8 = makeTable(8, 0x07);
/** The polynomial x^16 + x^15 + x^2 + 1, which guards a whole frame. */
const table16 = makeTable(16, 0x8005);

/** FLAC's CRC-8 of the bytes from `start` to before `end`. */
export function crc8(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) crc = table8[crc ^ bytes[i]!]!;
  return crc;
}

/** FLAC's CRC-16 of the bytes from `start` to before `end`. */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) crc = (crc << 8 & 0xffff) ^ table16[crc >> 8 ^ bytes[i]!]!;
  return crc;
}

/** What each byte does to a CRC of `width` bits, the highest bit first. */
function makeTable(width: number, polynomial: number): Uint16Array {
  const top = 1 << (width - 1);
  const mask = 2 * top - 1;
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1 ^ (crc & top ? polynomial : 0)) & mask;
    return crc;
  });
}
