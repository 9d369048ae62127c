/** A part of a text that a program writes: between `<!-- begin:NAME -->` and `<!-- end:NAME -->`. */
export function fillSection(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin:${name} -->`, `<!-- end:${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`Cannot fill section "${name}": wanted ${begin} and ${end} in the text`);
  }
  const [ignore, heed] = ["start", "end"].map((word) => `<!-- deno-fmt-ignore-${word} -->`);
  const part = `${ignore}\n\n${content}\n\n${heed}`;
  return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
}
