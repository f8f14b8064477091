import { lifespan } from './lifespan';
import { marginRetention } from './margin-retention';

/**
 * The worked example that the Starbucks figure of about 14,099 comes from: five customers, their
 * spending per visit and visits per week (METHODS, "Starbucks").
 */
export const STARBUCKS = {
  spendPerVisit: [3.5, 8.5, 5, 6.5, 6],
  visitsPerWeek: [4, 3, 5, 6, 3],
  lifespanYears: 20,
  margin: 0.213,
  discount: 0.1,
  retention: 0.75,
} as const;

const WEEKS = 52;

export interface StarbucksFigures {
  /** Mean of each customer's spend x visits: 24.30. */
  weeklyValue: number;
  /** Mean spend x mean visits, 5.90 x 4.20 = 24.78: not the same thing. */
  weeklyValueFromMeans: number;
  /** 52 x 24.30 x 20 = 25,272: revenue over the lifespan. */
  simple: number;
  /** 20 x 52 x 5.90 x 4.20 x 21.3% = 5,489.27: margin over the lifespan, from the means. */
  custom: number;
  /** Margin over the lifespan from the weekly value, 25,272 x 21.3% = 5,382.94. */
  lifetimeMargin: number;
  /** m r / (1 + d - r) with that lifetime margin for m = 11,534.86. */
  traditional: number;
  /** Mean of the three = 14,098.71: revenue averaged with profit. */
  published: number;
  corrected: {
    /** Margin of one year, 52 x 24.30 x 21.3% = 269.15. */
    yearlyMargin: number;
    /** m r / (1 + d - r) with the yearly margin = 576.74. */
    afterOneYear: number;
    /** m (1 + d) / (1 + d - r), first year paid now = 845.89. */
    paidNow: number;
    /** Lifespan that 75% retention means: 4 years, not 20. */
    lifespanAtRetention: number;
    /** Retention that 20 years mean: 95%. */
    retentionAtLifespan: number;
    /** m r / (1 + d - r) at 95% = 1,704.60. */
    atLifespanRetention: number;
  };
}

/** The published figures and what they should have been. Money in dollars. */
export function starbucks(): StarbucksFigures {
  const { spendPerVisit, visitsPerWeek, lifespanYears, margin, discount, retention } = STARBUCKS;
  const weeklyValue = mean(spendPerVisit.map((spend, i) => spend * visitsPerWeek[i]));
  const weeklyValueFromMeans = mean(spendPerVisit) * mean(visitsPerWeek);
  const simple = WEEKS * weeklyValue * lifespanYears;
  const custom = lifespanYears * WEEKS * weeklyValueFromMeans * margin;
  const value = (m: number, r: number, firstPaid: 'now' | 'after one period') =>
    marginRetention({ margin: m, retention: r, discount, firstPaid }) as number;
  const lifetimeMargin = simple * margin;
  const traditional = value(lifetimeMargin, retention, 'after one period');
  const yearlyMargin = WEEKS * weeklyValue * margin;
  const retentionAtLifespan = 1 - 1 / lifespanYears;
  return {
    weeklyValue,
    weeklyValueFromMeans,
    simple,
    custom,
    lifetimeMargin,
    traditional,
    published: (simple + custom + traditional) / 3,
    corrected: {
      yearlyMargin,
      afterOneYear: value(yearlyMargin, retention, 'after one period'),
      paidNow: value(yearlyMargin, retention, 'now'),
      lifespanAtRetention: lifespan(1 - retention) as number,
      retentionAtLifespan,
      atLifespanRetention: value(yearlyMargin, retentionAtLifespan, 'after one period'),
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
