/// <reference lib="dom" />

/** The element of an id, which the page has. */
export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** What the page carries under a name; it is let go, and can be taken once. */
export function takeStored(name: string): string {
  const stored = element(`stored-${name}`);
  stored.remove();
  return stored.textContent ?? "";
}

/** The bytes of a text in base 64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
