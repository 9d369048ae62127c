import { crc32 } from "node:zlib";

/** A file to which records are appended; each is there whole or not at all. */
export interface TransactionLog {
  append(record: Uint8Array): void;
  close(): void;
}

/** The records that a part of a file holds. */
export interface LogPart {
  records: Uint8Array[];
  /** Offset in the file after the last whole record, where to continue reading. */
  end: number;
}

const magic = Uint8Array.of(0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0); // ":W&B", 0xBEE1, version 0
const blockSize = 32768;
const headerSize = 7;
const [full, first, middle, last] = [1, 2, 3, 4] as const;

/**
 * Makes a new `.wandb` file, the log that `wandb sync` reads: LevelDB's log format after a header
 * of seven bytes, in blocks of 32768 bytes counted from the start of the file. Every record is
 * written before `append` returns, so it survives the end of the process.
 *
 * @throws Deno.errors.AlreadyExists where the file exists.
 */
export function createTransactionLog(path: string): TransactionLog {
  const file = Deno.openSync(path, { write: true, createNew: true });
  let position = 0;
  const write = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
    position += bytes.length;
  };
  write(magic);
  return {
    append: (record) => write(framed(record, position)),
    close: () => file.close(),
  };
}

/**
 * Reads the whole records of a `.wandb` file. Reading ends at a record that is unfinished or
 * damaged.
 *
 * @param bytes the file from `from` on.
 * @throws TypeError where the file does not start as a `.wandb` file does.
 */
export function readTransactionLog(bytes: Uint8Array, from = 0): LogPart {
  const records: Uint8Array[] = [];
  let at = 0;
  if (from === 0 && bytes.length >= headerSize) {
    if (magic.some((byte, index) => byte !== bytes[index])) {
      throw new TypeError("Cannot read run file: wanted :W&B at its start but found other bytes");
    }
    at = headerSize;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = at;
  let chunks: Uint8Array[] = [];
  while (at + headerSize <= bytes.length) {
    const left = blockSize - (from + at) % blockSize;
    if (left < headerSize) {
      at += left;
      continue;
    }
    const length = view.getUint16(at + 4, true);
    const next = at + headerSize + length;
    if (next > bytes.length || crc32(bytes.subarray(at + 6, next)) !== view.getUint32(at, true)) {
      break;
    }
    const type = bytes[at + 6]!;
    if (type === full || type === first) chunks = [];
    chunks.push(bytes.subarray(at + headerSize, next));
    at = next;
    if (type === full || type === last) {
      records.push(joined(chunks));
      end = at;
    }
  }
  return { records, end: from + end };
}

/** A record as chunks that do not cross the blocks of the file. */
function framed(record: Uint8Array, position: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (let begun = false;; begun = true) {
    let left = blockSize - position % blockSize;
    if (left < headerSize) {
      parts.push(new Uint8Array(left));
      position += left;
      left = blockSize;
    }
    const data = record.subarray(at, at + left - headerSize);
    at += data.length;
    position += headerSize + data.length;
    const done = at === record.length;
    parts.push(chunk(begun ? (done ? last : middle) : (done ? full : first), data));
    if (done) return joined(parts);
  }
}

/** CRC-32 of type and data, length, type, data. */
function chunk(type: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerSize + data.length);
  bytes.set(data, headerSize);
  bytes[6] = type;
  const view = new DataView(bytes.buffer);
  view.setUint16(4, data.length, true);
  view.setUint32(0, crc32(bytes.subarray(6)), true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
