import assert from "node:assert/strict";
import { type Element, Window } from "happy-dom";
import { elementBox } from "lib/figures/drawing/without_browser/element_box.ts";

const window = new Window();

function box(svg: string, options?: { untransformed?: boolean }) {
  window.document.body.innerHTML = `<svg>${svg}</svg>`;
  const element = window.document.querySelector("svg > *") as unknown as Element;
  // Every letter is as wide as it is high.
  return elementBox(element, (text, size) => text.length * size, options);
}

Deno.test("elementBox() of a text grows from its anchor", () => {
  const style = `style="font-size: 10px"`;
  assert.equal(box(`<text x="100" y="50" ${style}>abc</text>`)?.left, 100);
  assert.equal(box(`<text x="100" y="50" text-anchor="middle" ${style}>abc</text>`)?.left, 85);
  assert.equal(box(`<text x="100" y="50" text-anchor="end" ${style}>abc</text>`)?.right, 100);
});

Deno.test("elementBox() of several lines is as wide as the widest and as high as all", () => {
  const lines = `<tspan class="line">ab</tspan><tspan class="line">abcd</tspan>`;
  const one = box(`<text font-size="10">ab</text>`)!;
  const two = box(`<text font-size="10">${lines}</text>`)!;
  assert.equal(two.right - two.left, 40);
  assert.equal(Math.round((two.bottom - two.top) - (one.bottom - one.top)), 13);
});

Deno.test("elementBox() of a group holds all in it, moved and turned", () => {
  const rectangle = `<rect x="0" y="0" width="30" height="10"/>`;
  assert.deepEqual(box(`<g transform="translate(5,7)">${rectangle}</g>`), {
    left: 5,
    top: 7,
    right: 35,
    bottom: 17,
  });
  const turned = box(`<g transform="rotate(-90)">${rectangle}</g>`)!;
  assert.deepEqual([turned.right - turned.left, turned.bottom - turned.top].map(Math.round), [
    10,
    30,
  ]);
});

Deno.test("elementBox() leaves out the element's own transform on demand", () => {
  const rectangle = `<rect width="3" height="4" transform="scale(2)"/>`;
  assert.equal(box(rectangle)?.right, 6);
  assert.equal(box(rectangle, { untransformed: true })?.right, 3);
});

Deno.test("elementBox() of what is neither text nor rectangle is unknown", () => {
  assert.equal(box(`<path d="M0,0L5,5"/>`), undefined);
});
