import { epochDay } from '../calendar';
import type { Transactions } from '../transactions';
import { customerIds, transactionsOf, type Event } from './event-log';
import { spendCents, spendRate, type SpendTruth } from './gamma-gamma-spend';
import { Random } from './random';

/**
 * BG/BB [Fader, Hardie & Shang 2010], per yearly opportunity: a living donor gives with p ~ Beta(alpha, beta)
 * and is lost at its beginning with theta ~ Beta(gamma, delta).
 */
export interface DonationTruth {
  alpha: number;
  beta: number;
  gamma: number;
  delta: number;
}

export interface DonationOptions {
  seed: number;
  donors: number;
  /** Year of everybody's first gift. */
  firstYear: number;
  /** Yearly opportunities after it. */
  opportunities: number;
  truth: DonationTruth;
  spend: SpendTruth;
}

/** One cohort with the published parameters of a public radio station's donors. */
export const DONATIONS: DonationOptions = {
  seed: 3,
  donors: 1500,
  firstYear: 2018,
  opportunities: 6,
  truth: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
  spend: { p: 8, q: 3.5, v: 15 },
};

/** How many gifts come in each month, January first: most towards the end of the year. */
const MONTHS = [5, 4, 5, 5, 6, 5, 4, 4, 6, 9, 17, 30];

/**
 * Yearly gifts of one cohort of donors: at most one a year, most of them in November and December. The
 * same options give the same log to the bit.
 */
export function simulateDonations(options: Partial<DonationOptions> = {}): {
  transactions: Transactions;
  customerIds: string[];
  truth: DonationTruth & SpendTruth & { unit: 'year'; opportunities: number; aliveAtEnd: number };
} {
  const charity = { ...DONATIONS, ...options };
  const { truth, opportunities, firstYear, spend } = charity;
  const random = new Random(charity.seed);
  const events: Event[] = [];
  let aliveAtEnd = 0;
  for (let customer = 0; customer < charity.donors; customer++) {
    const p = random.beta(truth.alpha, truth.beta);
    const theta = random.beta(truth.gamma, truth.delta);
    const nu = spendRate(random, spend);
    const give = (year: number) => {
      const month = random.weighted(MONTHS) + 1;
      const day = epochDay(year, month, 1 + random.below(28));
      events.push({ customer, day, minute: -1, net: spendCents(random, spend, nu), order: -1 });
    };
    give(firstYear);
    let alive = true;
    for (let year = 1; year <= opportunities && alive; year++) {
      alive = !random.chance(theta);
      if (alive && random.chance(p)) give(firstYear + year);
    }
    if (alive) aliveAtEnd++;
  }
  return {
    transactions: transactionsOf(events, {
      customerCount: charity.donors,
      parts: [],
      attributes: [],
      minutes: false,
      orders: false,
      endDays: false,
      referredBy: null,
    }),
    customerIds: customerIds('D', charity.donors),
    truth: { ...truth, ...spend, unit: 'year', opportunities, aliveAtEnd },
  };
}
