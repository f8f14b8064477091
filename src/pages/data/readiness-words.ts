import { integer, list } from '../../text/format';
import {
  guidance_can_churn,
  guidance_can_cohorts,
  guidance_can_contract,
  guidance_can_discount,
  guidance_can_net,
  guidance_can_next,
  guidance_can_orders,
  guidance_can_revenue,
  guidance_can_segments,
  guidance_can_slices,
  guidance_can_status,
  guidance_can_test,
  guidance_can_value,
  guidance_readiness_any_of,
  guidance_readiness_attribute,
  guidance_readiness_few_buyers,
  guidance_readiness_few_repeaters,
  guidance_readiness_no_attribute,
  guidance_readiness_no_column,
  guidance_readiness_no_columns,
  guidance_readiness_no_orders,
  guidance_readiness_no_revenue,
  guidance_readiness_ready,
  guidance_readiness_short_time,
} from '../../text/paraglide/messages';
import type { Capability, Need, Standing } from './readiness';
import { roleName } from './role-name';

const CAPABILITIES: Record<Capability, () => string> = {
  revenue: guidance_can_revenue,
  segments: guidance_can_segments,
  cohorts: guidance_can_cohorts,
  churn: guidance_can_churn,
  contract: guidance_can_contract,
  value: guidance_can_value,
  test: guidance_can_test,
  next: guidance_can_next,
  orders: guidance_can_orders,
  net: guidance_can_net,
  discount: guidance_can_discount,
  status: guidance_can_status,
  slices: guidance_can_slices,
};

/** What a capability answers: "RFM segments and lists". */
export function capabilityName(capability: Capability): string {
  return CAPABILITIES[capability]();
}

/** The columns a capability rests on: "Customer, Date, Amount and Discount". */
export function needWords({ anyOf, attribute }: Need): string {
  const always = (['customer', 'date', 'amount'] as const).map(roleName);
  if (attribute) return list([...always, guidance_readiness_attribute()]);
  if (anyOf.length < 2) return list([...always, ...anyOf.map(roleName)]);
  return guidance_readiness_any_of({
    first: always.join(', '),
    others: anyOf.map(roleName).join(', '),
  });
}

/** Whether it can be had, and if not what is missing, with the numbers. */
export function standingWords(standing: Standing): string {
  switch (standing.state) {
    case 'ready':
      return guidance_readiness_ready();
    case 'no-orders':
      return guidance_readiness_no_orders();
    case 'no-attribute':
      return guidance_readiness_no_attribute();
    case 'no-revenue':
      return guidance_readiness_no_revenue();
    case 'no-column': {
      const [first, ...others] = standing.roles.map(roleName);
      return others.length === 0
        ? guidance_readiness_no_column({ column: first })
        : guidance_readiness_no_columns({ columns: [first, ...others].join(', ') });
    }
    case 'few-buyers':
    case 'few-repeaters': {
      const words =
        standing.state === 'few-buyers'
          ? guidance_readiness_few_buyers
          : guidance_readiness_few_repeaters;
      return words({ count: integer(standing.found) ?? '', least: integer(standing.least) ?? '' });
    }
    case 'short':
      return guidance_readiness_short_time({
        days: integer(standing.found) ?? '',
        least: integer(standing.least) ?? '',
      });
  }
}
