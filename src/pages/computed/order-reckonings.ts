import { decimal, integer, money, percent, period } from '../../text/format';
import {
  computed_best_revenue,
  computed_customers,
  computed_orders,
  computed_period,
} from '../../text/paraglide/messages';
import type { Reckon } from './reckoning';

/** Sum over the accepted rows up to the observation end. */
export const netRevenue: Reckon = ({ overview, currency }) => {
  if (!overview) return null;
  const { facts } = overview;
  return {
    result: money(facts.netRevenue, currency),
    formula: ['R = Σ', ['a', 'amount']],
    inputs: [
      { name: computed_customers(), value: integer(facts.customers) },
      { name: computed_orders(), value: integer(facts.orders) },
      { name: computed_period(), value: period(facts.firstOrder, facts.observationEnd) },
    ],
  };
};

export const averageOrderValue: Reckon = ({ overview, currency }) =>
  overview && {
    result: money(overview.figures.averageOrderValue, currency),
    quantities: {
      net_revenue: money(overview.facts.netRevenue, currency),
      order_count: integer(overview.facts.orders),
    },
  };

export const repeatRate: Reckon = ({ overview }) => {
  if (!overview) return null;
  const { facts, figures } = overview;
  return {
    result: percent(figures.repeatRate),
    quantities: {
      repeat_buyers: integer(facts.buyers - figures.oneTimeBuyerCount),
      buyers: integer(facts.buyers),
    },
  };
};

export const topFifth: Reckon = ({ overview, currency }) => {
  if (!overview) return null;
  const { facts, figures } = overview;
  return {
    result: percent(figures.top20Share),
    formula: ['Σ₂₀', '÷', ['R', 'net_revenue']],
    quantities: { net_revenue: money(facts.netRevenue, currency) },
    inputs: [
      {
        name: computed_best_revenue(),
        value: money(figures.top20Share * facts.netRevenue, currency),
      },
      { name: computed_customers(), value: integer(facts.customers) },
    ],
  };
};

export const score: Reckon = ({ overview, customer, settings }) => ({
  result: customer?.rScore
    ? `${customer.rScore} ${customer.fScore ?? ''} ${customer.mScore ?? ''}`.trim()
    : null,
  quantities: { bins: decimal(settings.bins, 0), buyers: integer(overview?.facts.buyers) },
});
