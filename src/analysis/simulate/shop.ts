import { epochDay } from '../calendar';
import type { Transactions } from '../transactions';
import { customerIds, transactionsOf, type Event } from './event-log';
import { spendCents, spendRate, type SpendTruth } from './gamma-gamma-spend';
import { Random } from './random';
import { busyDay, minuteOfDay } from './rhythm';

/** BG/NBD [Fader, Hardie & Lee 2005], per day: rates lambda ~ Gamma(r, alpha), dropout p ~ Beta(a, b) after each repeat purchase. */
export interface PurchaseTruth {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

export interface ShopTruth extends PurchaseTruth, SpendTruth {
  unit: 'day';
  /** Customers who had not dropped out by the last day. */
  aliveAtEnd: number;
  /** Share of orders given back in part or whole, rows of their own: they lower net amounts, not spend. */
  refundShare: number;
}

export interface ShopOptions {
  seed: number;
  customers: number;
  /** First day of the log. */
  firstDay: number;
  /** Days the log covers. */
  days: number;
  /** Days from the first on which customers arrive, evenly. */
  arrivalDays: number;
  purchase: PurchaseTruth;
  spend: SpendTruth;
  refundShare: number;
  /** Share of orders bought at a discount. */
  discountShare: number;
}

export const SHOP: ShopOptions = {
  seed: 1,
  customers: 2000,
  firstDay: epochDay(2023, 1, 1),
  days: 730,
  arrivalDays: 640,
  purchase: { r: 0.6, alpha: 60, a: 0.7, b: 3 },
  spend: { p: 6, q: 4, v: 16 },
  refundShare: 0.03,
  discountShare: 0.3,
};

const CHANNELS = ['Search', 'Social', 'E-mail', 'Direct', 'Referral'];
const CHANNEL_WEIGHTS = [34, 26, 12, 18, 10];
const REFERRAL = CHANNELS.indexOf('Referral');
const COUNTRIES = ['Netherlands', 'Germany', 'Belgium', 'France'];
const COUNTRY_WEIGHTS = [55, 20, 15, 10];
const CATEGORIES = ['Coffee', 'Tea', 'Equipment', 'Gifts'];
const CATEGORY_WEIGHTS = [50, 25, 15, 10];
const DEPTHS = [0.1, 0.2, 0.3, 0.5];
const DEPTH_WEIGHTS = [45, 30, 15, 10];

/** Card processing: a percentage of what is paid and a fixed part in cents. */
const FEE_SHARE = 0.029;
const FEE_FIXED = 30;

/**
 * A shop's order log: BG/NBD purchases, Gamma-Gamma spend, channels, countries, categories, discounts, fees,
 * costs, refunds and referrals. The net amount of an order's own row is the Gamma-Gamma spend to the
 * cent; discounts and fees are added on top to reach the gross amount. Time of day and week have a rhythm; the
 * season has none, so that the stated parameters stay true.
 *
 * Given the same options, the same log to the bit.
 */
export function simulateShop(options: Partial<ShopOptions> = {}): {
  transactions: Transactions;
  customerIds: string[];
  truth: ShopTruth;
} {
  const shop = { ...SHOP, ...options };
  const random = new Random(shop.seed);
  const lastDay = shop.firstDay + shop.days - 1;
  const arrivals = Int32Array.from(
    { length: shop.customers },
    () => shop.firstDay + random.below(shop.arrivalDays),
  ).sort();
  const referredBy = new Int32Array(shop.customers).fill(-1);
  const events: Event[] = [];
  let orders = 0;
  let aliveAtEnd = 0;
  for (let customer = 0; customer < shop.customers; customer++) {
    const channel = customer === 0 ? 0 : random.weighted(CHANNEL_WEIGHTS);
    if (channel === REFERRAL) referredBy[customer] = random.below(customer);
    const country = random.weighted(COUNTRY_WEIGHTS);
    const nu = spendRate(random, shop.spend);
    const { days, alive } = purchaseDays(random, shop.purchase, arrivals[customer], lastDay);
    if (alive) aliveAtEnd++;
    for (const day of days) {
      const net = spendCents(random, shop.spend, nu);
      const order = orders++;
      const attributes = [channel, country, random.weighted(CATEGORY_WEIGHTS)];
      const minute = minuteOfDay(random);
      events.push({
        customer,
        day,
        minute,
        net,
        order,
        attributes,
        parts: priceParts(random, net, shop.discountShare),
      });
      if (!random.chance(shop.refundShare)) continue;
      const back = -Math.max(1, Math.round(net * (random.chance(0.5) ? 1 : random.uniform())));
      const backDay = day + 2 + random.below(20);
      if (backDay <= lastDay)
        events.push({ customer, day: backDay, minute, net: back, order, refund: true, attributes });
    }
  }
  return {
    transactions: transactionsOf(events, {
      customerCount: shop.customers,
      parts: ['gross', 'discount', 'fee', 'cost'],
      attributes: [
        { name: 'Channel', values: CHANNELS },
        { name: 'Country', values: COUNTRIES },
        { name: 'Category', values: CATEGORIES },
      ],
      minutes: true,
      orders: true,
      endDays: false,
      referredBy,
    }),
    customerIds: customerIds('C', shop.customers),
    truth: {
      unit: 'day',
      ...shop.purchase,
      ...shop.spend,
      aliveAtEnd,
      refundShare: shop.refundShare,
    },
  };
}

/** Days of one customer's orders from the arrival on, and whether they were still a customer at the end. */
export function purchaseDays(
  random: Random,
  { r, alpha, a, b }: PurchaseTruth,
  arrival: number,
  lastDay: number,
): { days: number[]; alive: boolean } {
  const lambda = random.gamma(r, alpha);
  const dropout = random.beta(a, b);
  const days = [arrival];
  for (let elapsed = random.uniform(); ;) {
    elapsed += random.exponential(lambda);
    const day = elapsed < 1e7 ? busyDay(arrival, elapsed) : Infinity;
    if (day > lastDay) return { days, alive: true };
    days.push(day);
    if (random.chance(dropout)) return { days, alive: false };
  }
}

/** What stands around a net amount: gross - discount - fee = net exactly; the cost of goods and service beside it. */
function priceParts(random: Random, net: number, discountShare: number): Required<Event>['parts'] {
  const paid = Math.round((net + FEE_FIXED) / (1 - FEE_SHARE));
  const depth = random.chance(discountShare) ? DEPTHS[random.weighted(DEPTH_WEIGHTS)] : 0;
  const gross = Math.round(paid / (1 - depth));
  const goods = net * (0.4 + 0.25 * random.uniform());
  const service = 100 + random.exponential(1 / 350);
  return { gross, discount: gross - paid, fee: paid - net, cost: Math.round(goods + service) };
}
