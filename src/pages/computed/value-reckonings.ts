import { decimal, integer, lasting, money, percent } from '../../text/format';
import {
  computed_discount,
  computed_horizon,
  computed_mean_clv,
  computed_model,
  computed_months,
  computed_predicted_buyers,
  computed_purchases,
} from '../../text/paraglide/messages';
import { modelName } from '../value/model-words';
import type { Input, Known, Reckon } from './reckoning';
import { ranged } from './ranged';

export const historic: Reckon = ({ overview, customer, settings, currency }) => {
  const margin = percent(settings.margin, 0);
  if (customer)
    return {
      result: money(customer.net * settings.margin, currency),
      quantities: { amount: money(customer.net, currency), margin },
    };
  if (!overview) return null;
  const { facts, figures } = overview;
  return {
    result: money(figures.historicClv * settings.margin, currency),
    formula: ['CLV =', ['R', 'net_revenue'], '×', ['g', 'margin'], '÷', ['n', 'customers']],
    quantities: {
      net_revenue: money(facts.netRevenue, currency),
      margin,
      customers: integer(facts.customers),
    },
  };
};

export const simple: Reckon = ({ overview, churn, settings, currency }) => {
  if (!overview || !churn) return null;
  const { figures } = overview;
  return {
    result:
      figures.simpleClv === null ? null : money(figures.simpleClv * settings.margin, currency),
    quantities: {
      average: money(figures.averageOrderValue, currency),
      orders_a_year: decimal(figures.ordersPerYear, 2),
      lifespan: lasting(churn.lifespanYears, 'year'),
      margin: percent(settings.margin, 0),
    },
  };
};

export const churnBased: Reckon = ({ churn, value, settings, currency }) =>
  churn &&
  value && {
    result: money(value.churnBased, currency),
    quantities: {
      revenue_per_period: money(churn.revenuePerCustomerMonth, currency),
      margin: percent(settings.margin, 0),
      churn: percent(churn.monthly?.rate, 2),
    },
  };

/** What every prediction of money rests on. */
function prospects({ value, settings }: Known): Input[] {
  return [
    { name: computed_model(), value: value && modelName(value.model) },
    { name: computed_horizon(), value: computed_months({ months: settings.horizonMonths }) },
    { name: computed_discount(), value: percent(settings.annualDiscount) },
  ];
}

export const predicted: Reckon = (known) => {
  const { value, customer, settings, currency } = known;
  if (!value) return null;
  const { prediction } = value;
  return {
    result: money(customer ? customer.clv : prediction?.mean, currency),
    quantities: {
      margin: percent(settings.margin, 0),
      ...(customer
        ? { purchases_in_period: decimal(customer.purchases, 2) }
        : { spend: money(prediction?.spend, currency) }),
    },
    inputs: [
      ...(customer
        ? []
        : [{ name: computed_purchases(), value: decimal(prediction?.purchases, 1) }]),
      ...prospects(known),
    ],
  };
};

export const equity: Reckon = (known) => {
  const { value, currency } = known;
  if (!value) return null;
  const { prediction } = value;
  return {
    result:
      prediction && ranged(prediction.total, prediction.intervals.total, (v) => money(v, currency)),
    inputs: [
      { name: computed_predicted_buyers(), value: integer(value.buyers) },
      { name: computed_mean_clv(), value: money(prediction?.mean, currency) },
      ...prospects(known),
    ],
  };
};
