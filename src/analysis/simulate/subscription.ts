import { addMonths, epochDay } from '../calendar';
import { NO_DAY, type Transactions } from '../transactions';
import { customerIds, transactionsOf, type Event } from './event-log';
import { Random } from './random';

/** A plan: its price a month, and shifted-beta-geometric churn [Fader & Hardie 2007] per month. */
interface Plan {
  name: string;
  /** In units of the currency. */
  price: number;
  /** Share of new subscribers who take it, as a weight. */
  weight: number;
  /** Churn theta ~ Beta(a, b). */
  a: number;
  b: number;
}

export interface SubscriptionOptions {
  seed: number;
  customers: number;
  firstDay: number;
  /** Days the log covers. */
  days: number;
  /** Days from the first on which subscribers sign up, evenly. */
  arrivalDays: number;
  plans: readonly Plan[];
}

/** Two plans with the churn of the published "Regular" and "High End" customers. */
export const SUBSCRIPTION: SubscriptionOptions = {
  seed: 2,
  customers: 1500,
  firstDay: epochDay(2022, 1, 1),
  days: 1096,
  arrivalDays: 900,
  plans: [
    { name: 'Basic', price: 20, weight: 65, a: 0.704, b: 1.182 },
    { name: 'Premium', price: 45, weight: 35, a: 0.668, b: 3.806 },
  ],
};

export interface SubscriptionTruth {
  unit: 'month';
  plans: readonly Plan[];
  /** Subscribers whose contract had not ended by the last day. */
  activeAtEnd: number;
}

/**
 * A subscription service: one payment a month from the day of signing up; who cancels does so at the end
 * of a paid month. Every row carries its subscriber's end day, the last day paid for, or none while the
 * subscription runs at the end of the log. The same options give the same log to the bit.
 */
export function simulateSubscription(options: Partial<SubscriptionOptions> = {}): {
  transactions: Transactions;
  customerIds: string[];
  truth: SubscriptionTruth;
} {
  const service = { ...SUBSCRIPTION, ...options };
  const random = new Random(service.seed);
  const lastDay = service.firstDay + service.days - 1;
  const starts = Int32Array.from(
    { length: service.customers },
    () => service.firstDay + random.below(service.arrivalDays),
  ).sort();
  const weights = service.plans.map((plan) => plan.weight);
  const events: Event[] = [];
  let activeAtEnd = 0;
  starts.forEach((start, customer) => {
    const which = random.weighted(weights);
    const plan = service.plans[which];
    const months = random.geometric(random.beta(plan.a, plan.b));
    // Beyond a thousand years nobody is watching, and dates need whole months.
    const paidUntil = addMonths(start, Math.min(months, 12_000)) - 1;
    const ended = paidUntil <= lastDay;
    if (!ended) activeAtEnd++;
    for (let month = 0; month < months; month++) {
      const day = addMonths(start, month);
      if (day > lastDay) break;
      events.push({
        customer,
        day,
        minute: -1,
        net: Math.round(plan.price * 100),
        order: -1,
        attributes: [which],
        endDay: ended ? paidUntil : NO_DAY,
      });
    }
  });
  return {
    transactions: transactionsOf(events, {
      customerCount: service.customers,
      parts: [],
      attributes: [{ name: 'Plan', values: service.plans.map((plan) => plan.name) }],
      minutes: false,
      orders: false,
      endDays: true,
      referredBy: null,
    }),
    customerIds: customerIds('S', service.customers),
    truth: { unit: 'month', plans: service.plans, activeAtEnd },
  };
}
