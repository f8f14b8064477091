import type { FitResult, ModelParameters } from '../../analysis/models/fit';
import { decimal, integer, lasting, money, percent, significant } from '../../text/format';
import {
  computed_alive,
  computed_horizon,
  computed_model,
  computed_months,
  computed_parameters,
  computed_predicted_buyers,
  computed_spend_parameters,
} from '../../text/paraglide/messages';
import { modelName, unitName } from '../value/model-words';
import { MODEL_FORMULAS } from './model-formulas';
import { ranged } from './ranged';
import type { Input, Known, Reckon } from './reckoning';

/** As the formulas write them. */
const SYMBOLS: Partial<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
};

/** Estimates of a fit, "r = 0.2426; α = 4.414"; null without one. */
export function parameters(fit: FitResult<ModelParameters>): string | null {
  if (fit.kind === 'refusal') return null;
  return Object.entries(fit.params)
    .map(([name, value]) => `${SYMBOLS[name] ?? name} = ${significant(value, 4) ?? '–'}`)
    .join('; ');
}

function history({ customer }: Known): Input[] {
  if (!customer) return [];
  return [
    { name: 'x', value: integer(customer.x) },
    { name: 't_x', value: lasting(customer.tx, 'day', 6) },
    { name: 'T', value: lasting(customer.T, 'day', 6) },
  ];
}

function fitted({ value, settings }: Known): Input[] {
  if (!value) return [];
  return [
    { name: computed_model(), value: modelName(value.model) },
    {
      name: computed_parameters({ unit: unitName(settings.timeUnit) }),
      value: parameters(value.purchase),
    },
  ];
}

/** P(alive) of one customer; of all of them, how many are expected to be alive. */
export const alive: Reckon = (known) => {
  const { value, customer } = known;
  if (!value) return null;
  const { alive: formula, source } = MODEL_FORMULAS[value.model];
  const { prediction } = value;
  return {
    result: customer ? percent(customer.alive) : null,
    formula,
    source,
    inputs: [
      ...history(known),
      ...fitted(known),
      ...(customer
        ? []
        : [
            {
              name: computed_alive(),
              value: prediction && ranged(prediction.alive, prediction.intervals.alive, integer),
            },
            { name: computed_predicted_buyers(), value: integer(value.buyers) },
          ]),
    ],
  };
};

export const purchases: Reckon = (known) => {
  const { value, customer, settings } = known;
  if (!value) return null;
  const { purchases: formula, source } = MODEL_FORMULAS[value.model];
  return {
    result: decimal(customer ? customer.purchases : value.activity?.purchases, 2),
    formula,
    source,
    inputs: [
      { name: computed_horizon(), value: computed_months({ months: settings.horizonMonths }) },
      ...history(known),
      ...fitted(known),
    ],
  };
};

export const spend: Reckon = ({ value, customer, currency }) => {
  if (!value) return null;
  return {
    result: customer ? null : money(value.prediction?.spend, currency),
    quantities: customer
      ? { repeat_purchases: integer(customer.x), mean_spend: money(customer.m, currency) }
      : {},
    inputs: [{ name: computed_spend_parameters(), value: parameters(value.spend) }],
  };
};
