import type { TableKind } from './data-kind';

/** What a column of a table that is no order log can mean, in the order in which they are listed. */
export type TableRole =
  | 'customer'
  | 'count'
  | 'x'
  | 'occasions'
  | 'orders'
  | 'tx'
  | 'T'
  | 'first'
  | 'last'
  | 'm'
  | 'revenue'
  | 'duration'
  | 'event'
  | 'period';

/** Column of each role, counted from 0; a role that no column plays is absent. */
export type TableMapping = Partial<Record<TableRole, number>>;

/** The roles that columns of each kind can have. */
export const ROLES_OF_KIND: Record<TableKind, readonly TableRole[]> = {
  'customer-summary': [
    'customer',
    'x',
    'occasions',
    'orders',
    'tx',
    'T',
    'first',
    'last',
    'm',
    'revenue',
  ],
  'grouped-summary': ['count', 'x', 'occasions', 'tx', 'T', 'm'],
  durations: ['duration', 'event'],
  'survival-table': ['period'],
};

/** Roles whose cells are dates. */
export const DATE_ROLES: readonly TableRole[] = ['first', 'last'];

/** Roles whose cells are numbers. */
export const NUMBER_ROLES: readonly TableRole[] = [
  'count',
  'x',
  'occasions',
  'orders',
  'tx',
  'T',
  'm',
  'revenue',
  'duration',
  'period',
];

/** Roles of times that have a unit. */
export const TIME_ROLES: readonly TableRole[] = ['tx', 'T'];

/** Roles without which nothing can be imported and that no column plays. */
export function missingRoles(kind: TableKind, mapping: TableMapping): TableRole[] {
  const has = (role: TableRole) => mapping[role] !== undefined;
  const without = (...roles: TableRole[]) => roles.filter((role) => !has(role));
  const bought: TableRole[] = has('x') || has('occasions') || has('orders') ? [] : ['x'];
  switch (kind) {
    case 'customer-summary': {
      const dated = has('first') || has('last');
      const times = dated ? without('first', 'last') : without('tx', 'T');
      return [...without('customer'), ...bought, ...times];
    }
    case 'grouped-summary':
      return [...without('count'), ...bought, ...without('tx', 'T')];
    case 'durations':
      return without('duration', 'event');
    case 'survival-table':
      return without('period');
  }
}
