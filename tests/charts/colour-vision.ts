/**
 * How colours look to those who see two primaries instead of three: matrices for full severity, applied to linear RGB.
 * Machado, Oliveira & Fernandes 2009: A physiologically-based model for simulation of color vision deficiency. IEEE
 * Transactions on Visualization and Computer Graphics 15(6), 1291-1298, table of the supplement.
 */
export const VISIONS = {
  'full colour vision': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

export type Vision = keyof typeof VISIONS;

/** Distance of two sRGB colours in CIE L*a*b* (1976, D65), as that vision sees them; about 2.3 is just noticeable. */
export function distance(a: string, b: string, vision: Vision): number {
  const [one, other] = [a, b].map((colour) => lab(seen(colour, vision)));
  return Math.hypot(...one.map((value, i) => value - other[i]));
}

/** Linear RGB of '#rrggbb'. */
function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function seen(colour: string, vision: Vision): number[] {
  const matrix = VISIONS[vision];
  const rgb = linear(colour);
  return [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, value, i) => sum + matrix[row + i] * value, 0),
      ),
    ),
  );
}

function lab([r, g, b]: number[]): number[] {
  const root = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
