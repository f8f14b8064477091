import { pixel } from './marks';
import type { Stop } from './marks';
import { inside } from './plot';
import type { Plot } from './plot';

/** A point of a curve, in px. */
interface Place {
  x: number;
  y: number;
}

/** Where one steps along the points of a curve: each answers to the pointer half way to its neighbours. */
export function pointStops(
  places: readonly Place[],
  frame: Plot,
  row: number,
  name: (index: number) => string,
): Stop[] {
  return places.map(({ x, y }, i): Stop => {
    const from = i === 0 ? frame.left : (places[i - 1].x + x) / 2;
    const to = i === places.length - 1 ? frame.right : (x + places[i + 1].x) / 2;
    return {
      row,
      name: name(i),
      hit: {
        x: pixel(from),
        y: frame.top,
        width: pixel(Math.max(0, to - from)),
        height: frame.bottom - frame.top,
      },
      x: pixel(x),
      y: pixel(inside(y, frame)),
      shape: 'ring',
    };
  });
}
