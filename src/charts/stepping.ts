import type { Stop } from './marks';

export type StepKey =
  'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End' | 'PageUp' | 'PageDown';

/** Keys that move between the stops of a figure. */
export function isStepKey(key: string): key is StepKey {
  return /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/.test(key);
}

/**
 * The stop a key leads to: left and right along the row, up and down to the neighbouring row at the nearest x, Home
 * and End to the row's ends, Page Up and Page Down ten along. Stays where there is nowhere to go.
 *
 * @param at index of the stop now
 * @returns index of the next
 */
export function step(stops: readonly Stop[], at: number, key: StepKey): number {
  const here = stops[at] as Stop | undefined;
  if (!here) return 0;
  const row = inRow(stops, here.row);
  const place = row.indexOf(at);
  const along = (by: number): number => row[Math.min(row.length - 1, Math.max(0, place + by))];
  switch (key) {
    case 'ArrowLeft':
      return along(-1);
    case 'ArrowRight':
      return along(1);
    case 'PageUp':
      return along(-10);
    case 'PageDown':
      return along(10);
    case 'Home':
      return row[0];
    case 'End':
      return row[row.length - 1];
    default: {
      const rows = [...new Set(stops.map((stop) => stop.row))].sort((a, b) => a - b);
      const next = rows[rows.indexOf(here.row) + (key === 'ArrowDown' ? 1 : -1)] as
        number | undefined;
      if (next === undefined) return at;
      return inRow(stops, next).reduce((best, i) =>
        Math.abs(stops[i].x - here.x) < Math.abs(stops[best].x - here.x) ? i : best,
      );
    }
  }
}

function inRow(stops: readonly Stop[], row: number): number[] {
  return stops
    .map((_, i) => i)
    .filter((i) => stops[i].row === row)
    .sort((a, b) => stops[a].x - stops[b].x || stops[a].y - stops[b].y);
}

/** The stop under a point: the one whose hit box holds it (nearest centre first), or -1. */
export function stopAt(stops: readonly Stop[], x: number, y: number): number {
  let best = -1;
  let nearest = Infinity;
  for (const [i, { hit, ...stop }] of stops.entries()) {
    if (x < hit.x || x > hit.x + hit.width || y < hit.y || y > hit.y + hit.height) continue;
    const distance = (stop.x - x) ** 2 + (stop.y - y) ** 2;
    if (distance < nearest) [best, nearest] = [i, distance];
  }
  return best;
}
