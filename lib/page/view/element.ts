/// <reference lib="dom" />

/** The element of an id, which the page has. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** Bytes that the page carries under a name; they are let go, and can be taken once. */
export async function takeStored(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const stored = element(`stored-${name}`);
  stored.remove();
  const packed = new Blob([bytesOf(stored.textContent ?? "")]).stream();
  const bytes = packed.pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(bytes).arrayBuffer());
}

/** The bytes of a text in base 64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
