import type { DatasetEntry, DatasetKind, SampleName } from '../../worker/contract/datasets';
import type { Role } from './role-name';

/** What can be learnt from an order file, in the order in which it is shown. */
export const CAPABILITIES = [
  'revenue',
  'segments',
  'cohorts',
  'churn',
  'contract',
  'value',
  'test',
  'next',
  'orders',
  'net',
  'discount',
  'status',
  'slices',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a capability rests on. */
export interface Need {
  /** Any one of these columns beside customer, date and amount; none needed where empty. */
  anyOf: readonly Role[];
  /** A mapped attribute (country, channel, plan). */
  attribute?: true;
  /** Revenue that adds up to more than nothing. */
  revenue?: true;
  /** Fewest buyers, customers who bought again, and days from the first to the last row. */
  buyers?: number;
  repeaters?: number;
  days?: number;
}

/** One cell of the grid of R and F has one buyer on average. */
const GRID = 25;
/** A percentile of gaps between orders that does not hang on two or three customers. */
const GAPS = 20;
/** Below this the models warn of few repeat buyers. */
const MODEL = 50;
/** Two months: a cohort and the month after it. */
const TWO_MONTHS = 60;
/** Two thirds to learn from, and a month to be tested on. */
const THREE_MONTHS = 90;

export const NEEDS: Record<Capability, Need> = {
  revenue: { anyOf: [], revenue: true },
  segments: { anyOf: [], buyers: GRID },
  cohorts: { anyOf: [], days: TWO_MONTHS },
  churn: { anyOf: [], repeaters: GAPS },
  contract: { anyOf: ['endDate', 'cancelledAt', 'eventType'] },
  value: { anyOf: [], revenue: true, repeaters: MODEL },
  test: { anyOf: [], repeaters: MODEL, days: THREE_MONTHS },
  next: { anyOf: [], repeaters: GAPS },
  orders: { anyOf: ['order'] },
  net: { anyOf: ['discount', 'refund', 'tax', 'shipping', 'commission', 'fee'] },
  discount: { anyOf: ['discount'] },
  status: { anyOf: ['status'] },
  slices: { anyOf: [], attribute: true },
};

/** What is known of the open dataset. Revenue in units of the currency. */
export interface ReadinessFacts {
  kind: DatasetKind;
  roles: ReadonlySet<Role>;
  attributes: number;
  revenue: number;
  buyers: number;
  /** Buyers with two orders or more. */
  repeaters: number;
  /** From the first to the last row, both counted. */
  days: number;
}

/** Whether a capability can be had, and what stands in its way. */
export type Standing =
  | { state: 'ready' }
  | { state: 'no-orders' | 'no-attribute' | 'no-revenue' }
  | { state: 'no-column'; roles: readonly Role[] }
  | { state: 'few-buyers' | 'few-repeaters' | 'short'; found: number; least: number };

/** What stands in the way of one need; a missing column is told before too little data. */
export function standing(need: Need, facts: ReadinessFacts): Standing {
  if (facts.kind !== 'orders') return { state: 'no-orders' };
  if (need.anyOf.length > 0 && !need.anyOf.some((role) => facts.roles.has(role)))
    return { state: 'no-column', roles: need.anyOf };
  if (need.attribute && facts.attributes === 0) return { state: 'no-attribute' };
  if (need.revenue && !(facts.revenue > 0)) return { state: 'no-revenue' };
  const { buyers = 0, repeaters = 0, days = 0 } = need;
  if (facts.buyers < buyers) return { state: 'few-buyers', found: facts.buyers, least: buyers };
  if (facts.repeaters < repeaters)
    return { state: 'few-repeaters', found: facts.repeaters, least: repeaters };
  if (facts.days < days) return { state: 'short', found: facts.days, least: days };
  return { state: 'ready' };
}

export interface Readiness {
  lines: { capability: Capability; standing: Standing }[];
  ready: number;
  /** Columns that are not there and would unlock something, each once, in the order of the capabilities. */
  missing: Role[];
}

/** All capabilities with their state, how many are ready, and which columns are missing. */
export function readiness(facts: ReadinessFacts): Readiness {
  const lines = CAPABILITIES.map((capability) => ({
    capability,
    standing: standing(NEEDS[capability], facts),
  }));
  return {
    lines,
    ready: lines.filter(({ standing: { state } }) => state === 'ready').length,
    missing: [
      ...new Set(
        lines.flatMap(({ standing: one }) => (one.state === 'no-column' ? [one.roles[0]] : [])),
      ),
    ],
  };
}

/** What the simulated shops carry beside customer, date and amount. */
const SAMPLE_ROLES: Record<SampleName, readonly Role[]> = {
  shop: ['order', 'discount', 'fee', 'cost', 'referredBy', 'time'],
  subscription: ['endDate'],
  donations: [],
};

/** The roles that columns of the open dataset play, in any of its files. */
export function rolesOf({ source }: Pick<DatasetEntry, 'source'>): ReadonlySet<Role> {
  return source.kind === 'sample'
    ? new Set(SAMPLE_ROLES[source.sample])
    : new Set(source.reports.flatMap(({ mapping }) => Object.keys(mapping) as Role[]));
}
