import { integer, lasting, percent } from '../../text/format';
import {
  computed_percentile,
  computed_periods,
  computed_returned,
  computed_silent,
  computed_threshold,
  computed_typed,
} from '../../text/paraglide/messages';
import { ranged } from './ranged';
import type { Reckon } from './reckoning';

export const churnRate: Reckon = ({ churn }) => {
  if (!churn) return null;
  const { monthly } = churn;
  return {
    result: monthly && ranged(monthly.rate, monthly.interval, (v) => percent(v, 2)),
    quantities: { lost: integer(monthly?.lost), at_start: integer(monthly?.atRisk) },
    inputs: [{ name: computed_periods(), value: integer(monthly?.periods) }],
  };
};

export const lifespan: Reckon = ({ churn }) =>
  churn && {
    result: lasting(churn.lifespanYears, 'year'),
    formula: ['L = 1 ÷ (12 ×', ['c', 'churn'], ')'],
    quantities: { churn: percent(churn.monthly?.rate, 2) },
  };

export const threshold: Reckon = ({ churn, settings }) => {
  if (!churn) return null;
  const { inactivity } = churn;
  return {
    result: lasting(inactivity?.threshold, 'day'),
    inputs: [
      {
        name: computed_percentile(),
        value:
          settings.churnAfterDays === null ? integer(settings.churnPercentile) : computed_typed(),
      },
      { name: computed_silent(), value: integer(inactivity?.churned) },
    ],
  };
};

export const falseChurn: Reckon = ({ churn }) => {
  if (!churn) return null;
  const { inactivity } = churn;
  return {
    result: percent(inactivity?.falseChurn),
    inputs: [
      { name: computed_threshold(), value: integer(inactivity?.threshold) },
      { name: computed_returned(), value: integer(inactivity?.returns) },
      { name: computed_silent(), value: integer(inactivity?.churned) },
    ],
  };
};
