/** A zero-terminated UTF-8 string; the bytes of each name are made once. */
export function cString(text: string): Uint8Array<ArrayBuffer> {
  let bytes = strings.get(text);
  if (!bytes) strings.set(text, bytes = new TextEncoder().encode(text + "\0"));
  return bytes;
}
const strings = new Map<string, Uint8Array<ArrayBuffer>>();
