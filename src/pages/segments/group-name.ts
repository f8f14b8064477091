import { integer, list } from '../../text/format';
import {
  segments_group_cell,
  segments_group_cells,
  segments_group_narrowed,
  segments_group_narrowed_all,
} from '../../text/paraglide/messages';
import type { Group } from '../../worker/contract/customer-group';
import type { WordsOf } from './segment-name';

/** Beyond so many cells their number stands for them. */
const NAMED_CELLS = 3;

/** A choice in a few words: "Champions, Loyal and 2 cells, narrowed". */
export function groupName(
  { segments, cells, conditions }: Group,
  words: WordsOf,
  bins: number,
): string {
  const cellNames =
    cells.length > NAMED_CELLS
      ? [segments_group_cells({ count: cells.length, cells: integer(cells.length) ?? '' })]
      : cells.map((cell) =>
          segments_group_cell({ r: Math.floor(cell / bins) + 1, f: (cell % bins) + 1 }),
        );
  const names = [...segments.map((name) => words(name).name), ...cellNames];
  if (names.length === 0) return segments_group_narrowed_all();
  const chosen = list(names);
  return conditions.length > 0 ? segments_group_narrowed({ group: chosen }) : chosen;
}
