import * as words from '../../text/paraglide/messages';
import type { MapInUse } from '../../worker/contract/segments';
import type { Settings } from '../../worker/contract/settings';

/** A segment as the reader meets it. */
export interface SegmentWords {
  /** Its name. */
  name: string;
  /** Who is in it, a sentence; null for a map of one's own. */
  who: string | null;
  /** The suggested action; null for a map of one's own. */
  action: string | null;
  /** Place in the palette from best (1) to lost (11). */
  place: number;
}

interface Entry {
  name: () => string;
  who: () => string;
  action: () => string;
  place: number;
}

/** Every segment name that an answer may hold (names of the R x F map, then those of the quartile codes). */
const SEGMENTS: Partial<Record<string, Entry>> = {
  champions: {
    name: words.segments_name_champions,
    who: words.segments_who_champions,
    action: words.segments_do_champions,
    place: 1,
  },
  loyal: {
    name: words.segments_name_loyal,
    who: words.segments_who_loyal,
    action: words.segments_do_loyal,
    place: 2,
  },
  'potential loyalist': {
    name: words.segments_name_potential_loyalist,
    who: words.segments_who_potential_loyalist,
    action: words.segments_do_potential_loyalist,
    place: 3,
  },
  new: {
    name: words.segments_name_new,
    who: words.segments_who_new,
    action: words.segments_do_new,
    place: 4,
  },
  promising: {
    name: words.segments_name_promising,
    who: words.segments_who_promising,
    action: words.segments_do_promising,
    place: 5,
  },
  'need attention': {
    name: words.segments_name_need_attention,
    who: words.segments_who_need_attention,
    action: words.segments_do_need_attention,
    place: 6,
  },
  'about to sleep': {
    name: words.segments_name_about_to_sleep,
    who: words.segments_who_about_to_sleep,
    action: words.segments_do_about_to_sleep,
    place: 7,
  },
  'at risk': {
    name: words.segments_name_at_risk,
    who: words.segments_who_at_risk,
    action: words.segments_do_at_risk,
    place: 8,
  },
  "can't lose": {
    name: words.segments_name_cant_lose,
    who: words.segments_who_cant_lose,
    action: words.segments_do_cant_lose,
    place: 9,
  },
  hibernating: {
    name: words.segments_name_hibernating,
    who: words.segments_who_hibernating,
    action: words.segments_do_hibernating,
    place: 11,
  },
  Premium: {
    name: words.segments_name_premium,
    who: words.segments_who_premium,
    action: words.segments_do_premium,
    place: 1,
  },
  Repeat: {
    name: words.segments_name_repeat,
    who: words.segments_who_repeat,
    action: words.segments_do_repeat,
    place: 3,
  },
  'Top Spender': {
    name: words.segments_name_top_spender,
    who: words.segments_who_top_spender,
    action: words.segments_do_top_spender,
    place: 4,
  },
  'At Risk': {
    name: words.segments_name_at_risk,
    who: words.segments_who_at_risk_quartile,
    action: words.segments_do_at_risk_quartile,
    place: 8,
  },
  Inactive: {
    name: words.segments_name_inactive,
    who: words.segments_who_inactive,
    action: words.segments_do_inactive,
    place: 11,
  },
  Other: {
    name: words.segments_name_other,
    who: words.segments_who_other,
    action: words.segments_do_other,
    place: 6,
  },
};

/** How the segments of the map in use are told. */
export type WordsOf = (identifier: string) => SegmentWords;

/** The words of the segments of the map in use; those of a map of one's own are the person's. */
export function wordsOf(map: MapInUse | null, { ownMaps, bins }: Settings): WordsOf {
  const drawing = map?.id === 'own' ? ownMaps[`${bins}`] : undefined;
  if (!drawing) return segmentWords;
  const places = new Map(drawing.segments.map(({ name, place }) => [name.trim(), place]));
  return (name) => ({ name, who: null, action: null, place: places.get(name) ?? 6 });
}

/** Under which name an action written by the person is kept. */
export function actionKey(map: MapInUse | null, identifier: string): string {
  return `${map?.id ?? 'none'}/${identifier}`;
}

/** The words and the place in the palette of a segment of the maps that come with the house. */
export function segmentWords(identifier: string): SegmentWords {
  const entry = SEGMENTS[identifier];
  if (!entry) return { name: identifier, who: null, action: null, place: 6 };
  return { name: entry.name(), who: entry.who(), action: entry.action(), place: entry.place };
}

/** The name of a segment as the reader knows it: on a map of one's own, as the person wrote it. */
export function segmentName(identifier: string, { segmentMap }: Settings): string {
  return segmentMap === 'own' ? identifier : segmentWords(identifier).name;
}
