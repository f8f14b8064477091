import { ownMap } from '../analysis/rfm/own-map';
import {
  DEFAULT_SETTINGS,
  type OwnMapDrawing,
  REPORT_SECTIONS,
  SEGMENT_MAP_NAMES,
  type Settings,
} from './contract/settings';

/** Places in the palette of segments. */
const PLACES = 11;

/**
 * Settings as they were kept, made whole: what an older version did not know yet takes its default,
 * and what of the segments no version could have meant (a map with a hole, edges that do not ascend)
 * is dropped, so that a kept dataset always opens.
 *
 * @param kept whatever the store holds
 */
export function restoredSettings(kept: Partial<Settings>): Settings {
  const all = { ...DEFAULT_SETTINGS, ...kept };
  return {
    ...all,
    scored: all.scored === 'rf' ? 'rf' : 'rfm',
    scoreEdges: restoredEdges(kept.scoreEdges),
    segmentMap: SEGMENT_MAP_NAMES.find((name) => name === all.segmentMap) ?? 'rf',
    ownMaps: restoredMaps(kept.ownMaps),
    segmentActions: restoredActions(kept.segmentActions),
    consent: restoredConsent(kept.consent),
    reportNotes: restoredNotes(kept.reportNotes),
  };
}

function restoredEdges(kept: unknown): Settings['scoreEdges'] {
  const edges = (name: 'r' | 'f' | 'm'): number[] | null => {
    const list = isRecord(kept) ? kept[name] : null;
    if (!Array.isArray(list) || list.length < 2 || list.length > 4) return null;
    const numbers = list.filter((edge): edge is number => Number.isFinite(edge));
    const ascending = numbers.every((edge, i) => i === 0 || edge > numbers[i - 1]);
    return numbers.length === list.length && ascending ? numbers : null;
  };
  return { r: edges('r'), f: edges('f'), m: edges('m') };
}

function restoredMaps(kept: unknown): Settings['ownMaps'] {
  const maps: Settings['ownMaps'] = {};
  for (const bins of ['3', '4', '5'] as const) {
    const drawing = isRecord(kept) ? restoredDrawing(kept[bins]) : null;
    if (drawing?.cells.length === Number(bins)) maps[bins] = drawing;
  }
  return maps;
}

function restoredDrawing(kept: unknown): OwnMapDrawing | null {
  if (!isRecord(kept)) return null;
  const segments = restoredList(kept['segments'], (one) => {
    if (!isRecord(one)) return null;
    const { name, place } = one;
    return typeof name === 'string' && isWhole(place, 1, PLACES) ? { name, place } : null;
  });
  if (!segments) return null;
  const cells = restoredList(kept['cells'], (row) =>
    restoredList(row, (at) => (isWhole(at, 0, segments.length - 1) ? at : null)),
  );
  if (!cells) return null;
  const drawing = { segments, cells };
  return 'code' in ownMap(namesOfCells(drawing)) ? null : drawing;
}

/** The list with every entry restored; null where one cannot be. */
function restoredList<T>(kept: unknown, restore: (one: unknown) => T | null): T[] | null {
  if (!Array.isArray(kept)) return null;
  const list: T[] = [];
  for (const one of kept as unknown[]) {
    const restored = restore(one);
    if (restored === null) return null;
    list.push(restored);
  }
  return list;
}

function isWhole(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
}

/** The grid of names, `[r - 1][f - 1]`. */
export function namesOfCells({ segments, cells }: OwnMapDrawing): string[][] {
  return cells.map((row) => row.map((at) => segments[at].name));
}

function restoredActions(kept: unknown): Settings['segmentActions'] {
  if (!isRecord(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function restoredNotes(kept: unknown): Settings['reportNotes'] {
  const notes: Settings['reportNotes'] = {};
  for (const section of REPORT_SECTIONS) {
    const note = isRecord(kept) ? kept[section] : null;
    if (typeof note === 'string' && note !== '') notes[section] = note;
  }
  return notes;
}

function restoredConsent(kept: unknown): Settings['consent'] {
  if (!isRecord(kept)) return null;
  const { attribute, values } = kept;
  if (typeof attribute !== 'string' || !Array.isArray(values)) return null;
  return { attribute, values: values.filter((value) => typeof value === 'string') };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
