/// <reference lib="dom" />

/** The element of an id, which the page has. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** The bytes of base 64 that an element holds; the text is let go. */
export function takeBytes(id: string): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(element(id).textContent ?? "");
  element(id).remove();
  return bytes;
}

/** The bytes of a text in base 64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
