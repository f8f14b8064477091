import { type KaplanMeier, kaplanMeier } from './kaplan-meier';
import type { Lifetimes } from './lifetimes';
import { type LogRank, logRankOfTables } from './log-rank';
import { type RestrictedMean, restrictedMean } from './restricted-mean';

/** The survival of some subjects, with the figures that sum it up. */
export interface Survival {
  subjects: number;
  /** Those whose end was seen. */
  events: number;
  curve: KaplanMeier;
  mean: RestrictedMean;
}

export interface SurvivalGroup extends Survival {
  /** Value of the attribute; '' where it was blank. */
  name: string;
}

/** All subjects together, and by group. */
export interface GroupedSurvival {
  all: Survival;
  /** Most subjects first; empty when nothing was asked to group by. */
  groups: SurvivalGroup[];
  /** Subjects of the smaller groups that were put together in the last one; 0 when each is shown. */
  others: number;
  /** Of the groups shown; null with fewer than two. */
  logRank: LogRank | null;
  /** Group shown of each name of the grouping; -1 for those nobody has. */
  groupOf: Int32Array;
}

/** Which group each subject belongs to: `names[of[i]]`. */
export interface Grouping {
  names: readonly string[];
  of: ArrayLike<number>;
}

/** More curves than this cannot be told apart. */
const MOST_GROUPS = 6;

/**
 * Kaplan-Meier curve with restricted mean for all, and for each group, with the log-rank test between
 * the groups. Of more than six groups the five largest stand alone and the rest as one.
 *
 * @param horizon time to which restricted means are taken, cut where a curve ends before
 */
export function groupedSurvival(
  lifetimes: Lifetimes,
  grouping: Grouping | null = null,
  horizon = Infinity,
): GroupedSurvival {
  const all = summed(kaplanMeier(lifetimes), horizon);
  if (!grouping) return { all, groups: [], others: 0, logRank: null, groupOf: new Int32Array(0) };
  const { names, of } = grouping;
  const sizes = new Uint32Array(names.length);
  for (let i = 0; i < lifetimes.duration.length; i++) sizes[of[i]]++;
  const bySize = names
    .map((_, value) => value)
    .filter((value) => sizes[value] > 0)
    .sort((a, b) => sizes[b] - sizes[a] || (names[a] < names[b] ? -1 : 1));
  const alone = bySize.length > MOST_GROUPS ? bySize.slice(0, MOST_GROUPS - 1) : bySize;
  const rest = bySize.slice(alone.length);
  const shown = [...alone.map((value) => [value]), ...(rest.length > 0 ? [rest] : [])];
  const groupOf = new Int32Array(names.length).fill(-1);
  shown.forEach((list, group) => list.forEach((value) => (groupOf[value] = group)));
  const parts = split(lifetimes, of, groupOf, shown.length);
  const curves = parts.map((part) => kaplanMeier(part));
  // Means up to different times cannot be compared: all are taken to where the shortest curve ends.
  const common = Math.min(horizon, ...curves.map((curve) => curve.time.at(-1) ?? 0));
  return {
    all,
    groups: curves.map((curve, g) => ({
      name: g < alone.length ? names[alone[g]] : '',
      ...summed(curve, common),
    })),
    others: rest.reduce((sum, value) => sum + sizes[value], 0),
    logRank: curves.length > 1 ? logRankOfTables(curves) : null,
    groupOf,
  };
}

function summed(curve: KaplanMeier, horizon: number): Survival {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const events = sum(curve.events);
  return {
    subjects: events + sum(curve.censored),
    events,
    curve,
    mean: restrictedMean(curve, horizon),
  };
}

/** The lifetimes of each group. */
function split(
  { duration, event }: Lifetimes,
  of: ArrayLike<number>,
  groupOf: Int32Array,
  groups: number,
): Lifetimes[] {
  const counts = new Uint32Array(groups);
  for (let i = 0; i < duration.length; i++) counts[groupOf[of[i]]]++;
  const parts = Array.from(counts, (count) => ({
    duration: new Float64Array(count),
    event: new Uint8Array(count),
  }));
  const next = new Uint32Array(groups);
  for (let i = 0; i < duration.length; i++) {
    const part = groupOf[of[i]];
    const at = next[part]++;
    parts[part].duration[at] = duration[i];
    parts[part].event[at] = event[i];
  }
  return parts;
}
