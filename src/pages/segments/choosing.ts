import type { Group } from '../../worker/contract/customer-group';
import type { MapInUse } from '../../worker/contract/segments';

/** Everyone. */
export const EVERYONE: Group = { slice: null, segments: [], cells: [], conditions: [] };

/** Whether nothing narrows the slice. */
export function isEveryone({ segments, cells, conditions }: Group): boolean {
  return segments.length === 0 && cells.length === 0 && conditions.length === 0;
}

/** A segment in or out. Its own cells go with it, where it has any to itself. */
export function toggleSegment(group: Group, segment: string, map: MapInUse | null): Group {
  const own = new Set(cellsOf(segment, map));
  const chosen = group.segments.includes(segment);
  return {
    ...group,
    segments: chosen
      ? group.segments.filter((name) => name !== segment)
      : [...group.segments, segment],
    cells: group.cells.filter((cell) => !own.has(cell)),
  };
}

/** A cell in or out. Out of a chosen segment, the segment's other cells stay. */
export function toggleCell(group: Group, cell: number, map: MapInUse | null): Group {
  const segment = map?.cells.flat()[cell] ?? null;
  if (segment !== null && group.segments.includes(segment))
    return {
      ...group,
      segments: group.segments.filter((name) => name !== segment),
      cells: [...group.cells, ...cellsOf(segment, map).filter((other) => other !== cell)],
    };
  return group.cells.includes(cell)
    ? { ...group, cells: group.cells.filter((other) => other !== cell) }
    : whole({ ...group, cells: [...group.cells, cell] }, map);
}

/** Cells that come in; those that are in stay. */
export function addCells(group: Group, cells: readonly number[], map: MapInUse | null): Group {
  const covered = new Set(group.segments.flatMap((segment) => cellsOf(segment, map)));
  const added = cells.filter((cell) => !covered.has(cell));
  return whole({ ...group, cells: [...new Set([...group.cells, ...added])] }, map);
}

/** What of a choice still means something under this map: names it knows, cells of its grid. */
export function keptUnder(group: Group, names: readonly string[], cells: number): Group {
  const segments = group.segments.filter((name) => names.includes(name));
  const left = group.cells.filter((cell) => cell < cells);
  return segments.length === group.segments.length && left.length === group.cells.length
    ? group
    : { ...group, segments, cells: left };
}

/** Every cell that is in, by itself or with its segment. */
export function chosenCells({ segments, cells }: Group, map: MapInUse | null): ReadonlySet<number> {
  return new Set([...cells, ...segments.flatMap((segment) => cellsOf(segment, map))]);
}

/** Where every cell of a segment is chosen, the segment is. */
function whole(group: Group, map: MapInUse | null): Group {
  const chosen = new Set(group.cells);
  const complete = [...new Set(map?.cells.flat() ?? [])].filter(
    (segment): segment is string =>
      segment !== null && cellsOf(segment, map).every((cell) => chosen.has(cell)),
  );
  // A segment that shares cells with others is more than the cells it has to itself.
  const alone = map?.cells.flat().includes(null) ? [] : complete;
  const taken = new Set(alone.flatMap((segment) => cellsOf(segment, map)));
  return {
    ...group,
    segments: [...group.segments, ...alone.filter((name) => !group.segments.includes(name))],
    cells: group.cells.filter((cell) => !taken.has(cell)),
  };
}

/** The cells that a segment has to itself. */
function cellsOf(segment: string, map: MapInUse | null): number[] {
  return (map?.cells.flat() ?? []).flatMap((name, cell) => (name === segment ? [cell] : []));
}
