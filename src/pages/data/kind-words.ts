import {
  kinds_customer_summary,
  kinds_durations,
  kinds_grouped_summary,
  kinds_name_customer_summary,
  kinds_name_durations,
  kinds_name_grouped_summary,
  kinds_name_orders,
  kinds_name_survival_table,
  kinds_orders,
  kinds_role_count,
  kinds_role_customer,
  kinds_role_duration,
  kinds_role_event,
  kinds_role_first,
  kinds_role_last,
  kinds_role_m,
  kinds_role_occasions,
  kinds_role_orders,
  kinds_role_period,
  kinds_role_revenue,
  kinds_role_T,
  kinds_role_tx,
  kinds_role_x,
  kinds_survival_table,
} from '../../text/paraglide/messages';
import type { DatasetKind } from '../../worker/contract/datasets';
import type { Understanding } from '../../worker/contract/importing';

type Table = NonNullable<Understanding['table']>;
export type TableRole = keyof Table['mapping'];

/** What one row is, for each kind of data. */
const ROWS: Record<DatasetKind, () => string> = {
  orders: kinds_orders,
  'customer-summary': kinds_customer_summary,
  'grouped-summary': kinds_grouped_summary,
  durations: kinds_durations,
  'survival-table': kinds_survival_table,
};

const NAMES: Record<DatasetKind, () => string> = {
  orders: kinds_name_orders,
  'customer-summary': kinds_name_customer_summary,
  'grouped-summary': kinds_name_grouped_summary,
  durations: kinds_name_durations,
  'survival-table': kinds_name_survival_table,
};

const ROLES: Record<TableRole, () => string> = {
  customer: kinds_role_customer,
  count: kinds_role_count,
  x: kinds_role_x,
  occasions: kinds_role_occasions,
  orders: kinds_role_orders,
  tx: kinds_role_tx,
  T: kinds_role_T,
  first: kinds_role_first,
  last: kinds_role_last,
  m: kinds_role_m,
  revenue: kinds_role_revenue,
  duration: kinds_role_duration,
  event: kinds_role_event,
  period: kinds_role_period,
};

/** The roles that columns of each kind can have, in the order in which they are shown. */
export const ROLES_SHOWN: Record<Table['kind'], readonly TableRole[]> = {
  'customer-summary': [
    'customer',
    'x',
    'tx',
    'T',
    'm',
    'first',
    'last',
    'occasions',
    'orders',
    'revenue',
  ],
  'grouped-summary': ['count', 'x', 'tx', 'T', 'm', 'occasions'],
  durations: ['duration', 'event'],
  'survival-table': ['period'],
};

export const KINDS = Object.keys(ROWS) as readonly DatasetKind[];

export function rowOfKind(kind: DatasetKind): string {
  return ROWS[kind]();
}

export function kindName(kind: DatasetKind): string {
  return NAMES[kind]();
}

export function tableRoleName(role: TableRole): string {
  return ROLES[role]();
}
