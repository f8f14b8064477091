import { integer, interval, lasting, money, percent, significant } from '../../text/format';
import {
  report_buyers,
  report_buyers_text,
  report_churn,
  report_churn_text,
  report_clv,
  report_clv_text,
  report_equity,
  report_equity_text,
  report_lifespan,
  report_lifespan_text,
  report_order_value,
  report_order_value_text,
  report_orders,
  report_orders_text,
  report_repeat,
  report_repeat_text,
  report_revenue,
  report_revenue_text,
  report_top,
  report_top_text,
} from '../../text/paraglide/messages';
import type { ChurnAnswer } from '../../worker/contract/churn';
import type { OverviewAnswer } from '../../worker/contract/overview';
import type { Settings } from '../../worker/contract/settings';
import type { ValueAnswer } from '../../worker/contract/value';
import { findingShare } from '../retention/finding-share';
import { equityShown } from '../value/equity-words';

/** One headline number, its name and what it says; `value` null where the data cannot tell. */
export interface KeyFigure {
  name: string;
  value: string | null;
  meaning: string;
}

interface Answers {
  overview: OverviewAnswer;
  churn: ChurnAnswer;
  value: ValueAnswer;
  settings: Settings;
  currency: string | null;
}

/** The headline numbers of an order log, in the order in which they are read. */
export function keyFigures({ overview, churn, value, settings, currency }: Answers): KeyFigure[] {
  const { facts, figures } = overview;
  const { monthly, lifespanYears } = churn;
  const { prediction } = value;
  const short = (amount: number | null | undefined) => money(amount, currency, 3);
  const years = lifespanYears !== null && lifespanYears >= 2;
  const all: [string, string | null, string][] = [
    [report_buyers(), integer(facts.buyers), report_buyers_text()],
    [
      report_orders(),
      integer(facts.orders),
      report_orders_text({ each: significant(figures.ordersPerCustomer) ?? '–' }),
    ],
    [report_revenue(), short(facts.netRevenue), report_revenue_text()],
    [report_order_value(), short(figures.averageOrderValue), report_order_value_text()],
    [report_repeat(), percent(figures.repeatRate), report_repeat_text()],
    [report_top(), percent(figures.top20Share), report_top_text()],
    [
      report_churn(),
      monthly && interval(monthly.rate, monthly.interval[0], monthly.interval[1], findingShare),
      report_churn_text(),
    ],
    [
      report_lifespan(),
      lifespanYears === null
        ? null
        : lasting(years ? lifespanYears : lifespanYears * 12, years ? 'year' : 'month'),
      report_lifespan_text(),
    ],
    [
      report_equity(),
      prediction && equityShown(prediction, currency),
      report_equity_text({
        months: settings.horizonMonths,
        level: percent(prediction?.intervals.level, 0) ?? '–',
      }),
    ],
    [report_clv(), short(prediction?.mean), report_clv_text()],
  ];
  return all.map(([name, shown, meaning]) => ({ name, value: shown, meaning }));
}
