type Triple = readonly [number, number, number];

/** The lightness that white, the paper, becomes, and the one that black becomes. */
const [paper, ink] = [0.21, 0.97];

/**
 * The colour on dark paper for one on white: of the same hue, and as much lighter than the paper as
 * the other is darker. Colours that differ by lightness alone keep their order: what stood out most
 * still does.
 *
 * Source: B. Ottosson, A perceptual color space for image processing (Oklab), 2020.
 *
 * @param color red, green and blue, 0 to 255.
 *
 * @example
 * ```ts
 * import { darkColor } from "lib/figures/mod.ts";
 * console.assert(darkColor([255, 255, 255]).every((channel) => channel < 32));
 * ```
 */
export function darkColor(color: readonly [number, number, number]): [number, number, number] {
  const [lightness, ...hue] = toOklab(color);
  // The eye distinguishes dark shades less well, so the step from the paper must be larger there.
  const lifted = paper + (ink - paper) * Math.max(0, 1 - lightness) ** 0.75;
  return fromOklab([lifted, ...hue]);
}

function toOklab(color: Triple): [number, number, number] {
  const linear = color.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const cones = times([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ], linear).map(Math.cbrt);
  return times([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
  ], cones);
}

/** What no screen can show is cut off, channel by channel. */
function fromOklab(color: Triple): [number, number, number] {
  const cones = times([
    [1, 0.3963377774, 0.2158037573],
    [1, -0.1055613458, -0.0638541728],
    [1, -0.0894841775, -1.2914855480],
  ], color).map((value) => value ** 3);
  const linear = times([
    [4.0767416621, -3.3077115913, 0.2309699292],
    [-1.2684380046, 2.6097574011, -0.3413193965],
    [-0.0041960863, -0.7034186147, 1.7076147010],
  ], cones);
  const [red = 0, green = 0, blue = 0] = linear.map((value) => {
    const channel = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, channel)));
  });
  return [red, green, blue];
}

function times(matrix: readonly Triple[], vector: readonly number[]): [number, number, number] {
  const [x = 0, y = 0, z = 0] = vector;
  const [a = 0, b = 0, c = 0] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a, b, c];
}
