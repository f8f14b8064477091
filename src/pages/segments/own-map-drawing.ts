import type { OwnMapDrawing } from '../../worker/contract/settings';
import type { WordsOf } from './segment-name';

/**
 * A drawing to start a map of one's own from: the names of a grid as they are read, in order from the best cell down.
 *
 * @param grid names `[r - 1][f - 1]`; null where a cell holds several segments
 */
export function drawingOf(
  grid: readonly (readonly (string | null)[])[],
  words: WordsOf,
): OwnMapDrawing {
  const segments: OwnMapDrawing['segments'] = [];
  const cells = grid.map((row) => row.map(() => 0));
  for (let r = grid.length - 1; r >= 0; r--)
    for (let f = grid.length - 1; f >= 0; f--) {
      const { name, place } = words(grid[r][f] ?? '');
      const known = segments.findIndex((segment) => segment.name === name);
      cells[r][f] = known >= 0 ? known : segments.push({ name, place }) - 1;
    }
  return { segments, cells };
}

export type NameProblem = { kind: 'empty' } | { kind: 'twice'; name: string };

/** What is wrong with the names of a drawing; null where every segment has one of its own. */
export function nameProblem(segments: OwnMapDrawing['segments']): NameProblem | null {
  const seen = new Set<string>();
  for (const { name } of segments) {
    const own = name.trim();
    if (own === '') return { kind: 'empty' };
    if (seen.has(own.toLocaleLowerCase())) return { kind: 'twice', name: own };
    seen.add(own.toLocaleLowerCase());
  }
  return null;
}

/** The drawing without segments that fill no cell. */
export function withoutUnused({ segments, cells }: OwnMapDrawing): OwnMapDrawing {
  const used = segments.flatMap((_, i) => (cells.some((row) => row.includes(i)) ? [i] : []));
  return {
    segments: used.map((i) => segments[i]),
    cells: cells.map((row) => row.map((i) => used.indexOf(i))),
  };
}
