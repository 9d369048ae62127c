import assert from "node:assert/strict";
import { themedSvgs } from "lib/site/runs/themed_svgs.ts";

Deno.test("themedSvgs() makes variables of colours, with a dark counterpart, and the page's paper of white", () => {
  const { svgs, style } = themedSvgs([
    '<rect style="fill: rgb(255, 255, 255); stroke: rgb(11, 95, 165);"/>',
    '<path style="stroke: rgb(11, 95, 165);"/>',
  ]);
  assert.deepEqual(svgs, [
    '<rect style="fill: var(--paper); stroke: var(--c0b5fa5);"/>',
    '<path style="stroke: var(--c0b5fa5);"/>',
  ]);
  assert.match(style, /^:root\{--c0b5fa5:#0b5fa5\}\n/);
  assert.match(
    style,
    /@media \(prefers-color-scheme:dark\)\{:root\{--c0b5fa5:rgb\(\d+,\d+,\d+\)\}\}$/,
  );
});
