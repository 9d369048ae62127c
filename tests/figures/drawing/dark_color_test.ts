import assert from "node:assert/strict";
import { darkColor, inks } from "lib/figures/mod.ts";
import { scaleColor } from "lib/figures/sweeps/value_scale.ts";

type Color = [number, number, number];

const paper = darkColor([255, 255, 255]);

function parse(color: string): Color {
  const parts = color.startsWith("#")
    ? [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
    : color.match(/\d+/g)!.map(Number);
  return parts as Color;
}

/** Relative luminance as the Web Content Accessibility Guidelines 2.2 have it. */
function luminance(color: Color): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Color, b: Color): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

Deno.test("darkColor() makes dark grey paper of white and nearly white of black", () => {
  assert.deepEqual(paper, [24, 24, 24]);
  assert.ok(darkColor([0, 0, 0]).every((channel) => channel > 240));
});

Deno.test("darkColor() keeps texts readable: a contrast of 4.5, as on white", () => {
  for (const ink of [inks.text, inks.muted, inks.signal, inks.train]) {
    assert.ok(contrast(parse(ink), [255, 255, 255]) > 4.5);
    assert.ok(contrast(darkColor(parse(ink)), paper) > 4.5, ink);
  }
  assert.ok(contrast(darkColor(parse(inks.validation)), paper) > 3, "marks need less");
});

Deno.test("darkColor() keeps what is good standing out: the scale's steps go from the paper away", () => {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((place) =>
    contrast(darkColor(parse(scaleColor(place))), paper)
  );
  assert.deepEqual(steps, steps.toSorted((a, b) => a - b));
});

Deno.test("darkColor() keeps the hue: what was most red stays most red", () => {
  const [red, green, blue] = darkColor(parse(inks.validation));
  assert.ok(red > green && green > blue);
});
