import { type CalendarPeriod, civilDate } from '../../analysis/calendar';
import { contractSpans, inactivitySpans } from '../../analysis/churn/spans';
import { customerAttribute, NO_VALUE } from '../../analysis/customer-attribute';
import { sbg } from '../../analysis/models/sbg';
import type { Orders } from '../../analysis/orders';
import { firstDiscounts } from '../../analysis/retention/discount-cohorts';
import { type Durations, survivalOfDurations } from '../../analysis/survival/durations';
import {
  type GroupedSurvival,
  groupedSurvival,
  type Grouping,
  type Survival,
} from '../../analysis/survival/grouped';
import {
  datedByLastOrder,
  renewalCohorts,
  type Spells,
  spellsOf,
} from '../../analysis/survival/spells';
import { sbgCurve, sbgOfTable, type SurvivalTable } from '../../analysis/survival/survival-table';
import { DAYS_IN } from '../../analysis/time-unit';
import type { Transactions } from '../../analysis/transactions';
import type { Settings } from '../contract/settings';
import type {
  SurvivalAnswer,
  SurvivalCurves,
  SurvivalLabel,
  SurvivalLine,
  SurvivalOptions,
  SurvivalProjection,
} from '../contract/survival';

/** Points of a curve that are drawn: more than a wide screen has pixels for. */
const DRAWN = 800;

const ATTRIBUTE = 'attribute:';
const DISCOUNT = 'discount';
const YEAR = 'year';

/**
 * How long customers stay: by contract where end dates are known, else until a silence beyond the threshold.
 *
 * @param silence days that count as leaving; null where no gap tells
 */
export function survivalAnswer(
  transactions: Transactions,
  orders: Orders,
  settings: Settings,
  options: SurvivalOptions,
  silence: number | null,
): SurvivalAnswer {
  const end = orders.observationEnd;
  const contract = contractSpans(transactions, end);
  const byContract = !('code' in contract);
  const joined = options.spells === null ? !byContract : options.spells === 'joined';
  let threshold: number | null = null;
  let spells: Spells;
  if (byContract) spells = spellsOf(contract, end, joined);
  else {
    threshold = silence;
    if (threshold === null) return { kind: 'none', reason: 'no-threshold' };
    spells = spellsOf(inactivitySpans(orders, threshold), end, joined);
    if (options.dating === 'last-order') spells = datedByLastOrder(spells, Math.floor(threshold));
  }
  if (spells.duration.length === 0) return { kind: 'none', reason: 'no-subjects' };
  const horizon = settings.horizonMonths * DAYS_IN.month;
  const groupings = groupingsOf(transactions, orders);
  const by = groupings.some(({ key }) => key === options.by) ? options.by : null;
  const grouping = by === null ? null : groupingOf(transactions, orders, spells, by);
  const grouped = groupedSurvival(spells, grouping, horizon);
  const labels = groupLabels(grouped, by);
  return {
    kind: 'curves',
    basis: byContract ? 'contract' : 'silence',
    threshold,
    joined,
    dating: options.dating,
    groupings,
    by,
    ...lines(grouped, labels),
    projections: byContract
      ? projections(spells, grouped, grouping, labels, end, options.renewal, horizon)
      : [],
    renewal: options.renewal,
    horizon: Math.max(byContract ? horizon : 0, grouped.all.curve.time.at(-1) ?? 0),
  };
}

/** The same for data that are lifetimes already; their times have the file's own unit. */
export function durationsAnswer(durations: Durations, options: SurvivalOptions): SurvivalAnswer {
  if (durations.duration.length === 0) return { kind: 'none', reason: 'no-subjects' };
  const groupings = durations.attributes.map(({ name }, i) => ({ key: `${ATTRIBUTE}${i}`, name }));
  const by = groupings.some(({ key }) => key === options.by) ? options.by : null;
  const at = by === null ? null : Number(by.slice(ATTRIBUTE.length));
  const grouped = survivalOfDurations(durations, at);
  return {
    kind: 'curves',
    basis: 'durations',
    threshold: null,
    joined: false,
    dating: options.dating,
    groupings,
    by,
    ...lines(grouped, groupLabels(grouped, by)),
    projections: [],
    renewal: options.renewal,
    horizon: grouped.all.curve.time.at(-1) ?? 0,
  };
}

/** sBG through each cohort of a table of survivors, to the horizon of the settings in renewals. */
export function survivalTableAnswer(
  table: SurvivalTable,
  { horizonMonths }: Settings,
  { renewals }: SurvivalOptions,
): SurvivalAnswer {
  const longest = Math.max(0, ...table.cohorts.map(({ alive }) => alive.length - 1));
  return {
    kind: 'table',
    cohorts: sbgOfTable(table, {
      renewals: renewals ?? Infinity,
      horizon: Math.max(longest, horizonMonths),
    }),
    longest,
  };
}

function groupingsOf(transactions: Transactions, orders: Orders): SurvivalCurves['groupings'] {
  return [
    ...transactions.attributes.map(({ name }, i) => ({ key: `${ATTRIBUTE}${i}`, name })),
    ...(transactions.parts.discount && orders.count > 0 ? [{ key: DISCOUNT, name: '' }] : []),
    ...(orders.count > 0 ? [{ key: YEAR, name: '' }] : []),
  ];
}

/** The value of each spell's customer: of the first row that names one, or of the first order. */
function groupingOf(
  transactions: Transactions,
  orders: Orders,
  { customer, from }: Spells,
  by: string,
): Grouping {
  if (by === DISCOUNT) {
    const given = firstDiscounts(transactions, orders);
    return {
      names: [DISCOUNT, 'full-price'],
      of: Uint8Array.from(customer, (c) => (given && given[c] > 0 ? 0 : 1)),
    };
  }
  if (by === YEAR) {
    const years = Int32Array.from(customer, (c, i) =>
      orders.offset[c] < orders.offset[c + 1]
        ? civilDate(orders.day[orders.offset[c]]).year
        : civilDate(from[i]).year,
    );
    const first = years.reduce((least, year) => Math.min(least, year), Infinity);
    const last = years.reduce((most, year) => Math.max(most, year), -Infinity);
    return {
      names: Array.from({ length: last - first + 1 }, (_, i) => String(first + i)),
      of: years.map((year) => year - first),
    };
  }
  const attribute = transactions.attributes[Number(by.slice(ATTRIBUTE.length))];
  const value = customerAttribute(transactions, attribute, 'first', orders.observationEnd);
  const blank = attribute.values.length;
  return {
    names: [...attribute.values, ''],
    of: Uint32Array.from(customer, (c) => (value[c] === NO_VALUE ? blank : value[c])),
  };
}

function groupLabels({ groups, others }: GroupedSurvival, by: string | null): SurvivalLabel[] {
  return groups.map(({ name }, g): SurvivalLabel => {
    if (others > 0 && g === groups.length - 1) return { kind: 'others' };
    if (by === DISCOUNT) return { kind: name === DISCOUNT ? 'discounted' : 'full-price' };
    return name === '' ? { kind: 'blank' } : { kind: 'value', value: name };
  });
}

function lines(
  { all, groups, logRank }: GroupedSurvival,
  labels: readonly SurvivalLabel[],
): Pick<SurvivalCurves, 'all' | 'groups' | 'logRank'> {
  return {
    all: lineOf({ kind: 'all' }, all),
    groups: groups.map((group, g) => lineOf(labels[g], group)),
    logRank,
  };
}

function lineOf(label: SurvivalLabel, { subjects, events, curve, mean }: Survival): SurvivalLine {
  const drawn = drawnTimes(curve.time);
  const of = (column: Float64Array) => Float64Array.from(drawn, (k) => column[k]);
  return {
    label,
    subjects,
    events,
    median: curve.median,
    medianLower: curve.medianLower,
    medianUpper: curve.medianUpper,
    mean: mean.mean,
    meanError: mean.standardError,
    meanHorizon: mean.horizon,
    time: of(curve.time),
    survival: of(curve.survival),
    lower: of(curve.lower),
    upper: of(curve.upper),
    atRisk: of(curve.atRisk),
  };
}

/** Places of the times that are drawn: all, or the last of each of many equal stretches. */
function drawnTimes(time: Float64Array): Uint32Array {
  const stretch = (time.at(-1) ?? 0) / DRAWN;
  return Uint32Array.from(time.keys()).filter(
    (k) =>
      time.length <= DRAWN ||
      k === 0 ||
      k === time.length - 1 ||
      Math.floor(time[k] / stretch) !== Math.floor(time[k + 1] / stretch),
  );
}

/** sBG of every line shown, from the renewals of its own subjects. */
function projections(
  spells: Spells,
  { groups, groupOf }: GroupedSurvival,
  grouping: Grouping | null,
  labels: readonly SurvivalLabel[],
  end: number,
  renewal: CalendarPeriod,
  horizon: number,
): SurvivalProjection[] {
  const toHorizon = Math.max(1, Math.ceil(horizon / daysOf(renewal)));
  const project = (label: SurvivalLabel, part: Spells): SurvivalProjection => {
    const fit = sbg.fit(renewalCohorts(part, end, renewal));
    return { label, fit, survival: fit.kind === 'fit' ? sbgCurve(fit, toHorizon) : null };
  };
  if (!grouping) return [project({ kind: 'all' }, spells)];
  return groups.map((_, g) => {
    const places = Uint32Array.from(spells.from.keys()).filter(
      (i) => groupOf[grouping.of[i]] === g,
    );
    return project(labels[g], {
      customer: places.map((i) => spells.customer[i]),
      from: Int32Array.from(places, (i) => spells.from[i]),
      duration: Float64Array.from(places, (i) => spells.duration[i]),
      event: Uint8Array.from(places, (i) => spells.event[i]),
    });
  });
}

/** Days of a period, on average. */
function daysOf(period: CalendarPeriod): number {
  return period === 'quarter' ? 3 * DAYS_IN.month : DAYS_IN[period];
}
