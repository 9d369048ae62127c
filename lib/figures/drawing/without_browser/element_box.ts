import type { Element } from "happy-dom";
import type { TextWidth } from "./text_width.ts";

/** A rectangle in pixels, y downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Height of a line of text and of its part above the base line, in font sizes. */
const lineHeight = 1.17;
const ascent = 0.93;

/** Options of {@linkcode elementBox}. */
export interface ElementBoxOptions {
  /** Leave out the element's own transform, as `getBBox()` does; false by default. */
  untransformed?: boolean;
}

/**
 * The box that an SVG element takes when it is drawn, as far as Plotly asks for it: of text, of
 * rectangles, and of groups of them. A document without a browser has no layout, so we work it out.
 */
export function elementBox(
  element: Element,
  textWidth: TextWidth,
  options: ElementBoxOptions = {},
): Box | undefined {
  const tag = element.tagName.toLowerCase();
  const box = tag === "text"
    ? textBox(element, textWidth)
    : tag === "rect"
    ? rectangleBox(element)
    : union(Array.from(element.children, (child) => elementBox(child, textWidth)));
  const transform = element.getAttribute("transform");
  return box && transform && !options.untransformed ? transformed(box, transform) : box;
}

function textBox(element: Element, textWidth: TextWidth): Box {
  const size = parseFloat(inherited(element, "font-size") ?? "12");
  const lines = Array.from(element.querySelectorAll("tspan.line"), (line) => line.textContent);
  if (lines.length === 0) lines.push(element.textContent);
  const width = Math.max(...lines.map((line) => textWidth(line, size)));
  const anchor = inherited(element, "text-anchor");
  const shift = anchor === "end" ? width : anchor === "middle" ? width / 2 : 0;
  const left = number(element, "x") - shift;
  const shiftDown = parseFloat(element.getAttribute("dy") ?? "0") * size;
  const top = number(element, "y") + shiftDown - ascent * size;
  // Plotly sets the lines of a text 1.3 font sizes apart.
  const height = ((lines.length - 1) * 1.3 + lineHeight) * size;
  return { left, top, right: left + width, bottom: top + height };
}

function inherited(element: Element, property: string): string | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = at.getAttribute("style")?.match(new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`));
    const value = style?.[1] ?? at.getAttribute(property);
    if (value) return value.trim();
  }
  return undefined;
}

function rectangleBox(element: Element): Box {
  const [left, top] = [number(element, "x"), number(element, "y")];
  return {
    left,
    top,
    right: left + number(element, "width"),
    bottom: top + number(element, "height"),
  };
}

function number(element: Element, attribute: string): number {
  return parseFloat(element.getAttribute(attribute) ?? "0") || 0;
}

function union(boxes: (Box | undefined)[]): Box | undefined {
  const found = boxes.filter((box) => box !== undefined);
  if (found.length === 0) return undefined;
  return {
    left: Math.min(...found.map((box) => box.left)),
    top: Math.min(...found.map((box) => box.top)),
    right: Math.max(...found.map((box) => box.right)),
    bottom: Math.max(...found.map((box) => box.bottom)),
  };
}

/** Applies an SVG transform of translations, scalings and rotations, the last one first. */
function transformed(box: Box, transform: string): Box {
  const steps = Array.from(transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)).reverse();
  let points = [box.left, box.right].flatMap((x) => [[x, box.top], [x, box.bottom]]);
  for (const [, kind, values] of steps) {
    const [a = 0, b, c = 0] = values!.split(/[\s,]+/).map(Number);
    points = points.map(([x = 0, y = 0]) => {
      if (kind === "translate") return [x + a, y + (b ?? 0)];
      if (kind === "scale") return [x * a, y * (b ?? a)];
      const [sine, cosine] = [Math.sin(a * Math.PI / 180), Math.cos(a * Math.PI / 180)];
      const [dx, dy] = [x - (b ?? 0), y - c];
      return [(b ?? 0) + dx * cosine - dy * sine, c + dx * sine + dy * cosine];
    });
  }
  return union(points.map(([x = 0, y = 0]) => ({ left: x, right: x, top: y, bottom: y })))!;
}
