import { IDENTITY_ROLES, NAMES, nameKey, nameKeys, nameRank } from './column-names';
import type { IdentityKind, Mapping, Role } from './roles';

/** What the names of a header row say. */
export interface HeaderMatch {
  mapping: Mapping;
  identity: IdentityKind | null;
  /** Needed roles for which two columns have the same name: which one is meant must be asked. */
  duplicates: { role: Role; columns: number[] }[];
  /** Number of columns whose name is known. */
  known: number;
}

type NameRole = keyof typeof NAMES;

/** Order in which roles choose a column; a column plays one role. */
const CHOOSING: readonly Exclude<NameRole, 'customerId' | 'email' | 'phone' | 'name'>[] = [
  'date',
  'order',
  'refund',
  'discount',
  'quantity',
  'currency',
  'status',
  'tax',
  'shipping',
  'commission',
  'fee',
  'cost',
  'referredBy',
  'endDate',
  'eventType',
  'cancelledAt',
];

/** Roles without which a row is nothing; their columns must not be in doubt. */
const NEEDED = new Set<Role>(['customer', 'date', 'amount', 'quantity', 'unitPrice']);

/** Matches the cells of a header row with the known names. Position never counts, but to settle a tie. */
export function matchHeader(cells: readonly string[]): HeaderMatch {
  const keys = cells.map(nameKeys);
  const taken = new Set<number>();
  const mapping: Mapping = {};
  const duplicates: HeaderMatch['duplicates'] = [];

  const best = (role: NameRole): number | null => {
    let column: number | null = null;
    let bestRank = Infinity;
    keys.forEach((columnKeys, index) => {
      if (taken.has(index)) return;
      columnKeys.forEach((key, variant) => {
        const rank = nameRank(role, key);
        if (rank < 0) return;
        // The name as it stands goes before the name without brackets or currency.
        const weight = rank + (variant > 0 ? 0.5 : 0);
        if (weight < bestRank) {
          bestRank = weight;
          column = index;
        }
      });
    });
    return column;
  };
  const take = (role: Role, column: number | null) => {
    if (column === null) return;
    taken.add(column);
    const key = nameKey(cells[column]);
    const same = cells.flatMap((cell, index) => (nameKey(cell) === key ? [index] : []));
    if (same.length > 1 && NEEDED.has(role)) {
      duplicates.push({ role, columns: same });
      same.forEach((index) => taken.add(index));
    } else mapping[role] = column;
  };

  let identity: IdentityKind | null = null;
  for (const [role, kind] of IDENTITY_ROLES) {
    const column = best(role);
    if (column === null) continue;
    if (identity === null) {
      identity = kind;
      take('customer', column);
    } else take(role as Role, column);
  }
  for (const role of CHOOSING) take(role, best(role));
  const amount = best('amount');
  const unitPrice = best('unitPrice');
  // `price` beside a quantity is the price of one; anything better named is the amount of the row.
  const amountIsPrice = amount !== null && amount === unitPrice && mapping.quantity !== undefined;
  if (!amountIsPrice) take('amount', amount);
  if (unitPrice !== null && !taken.has(unitPrice)) take('unitPrice', unitPrice);
  take('time', best('time'));
  return { mapping, identity, duplicates, known: taken.size };
}

/** A customer, a date and an amount (or quantity and price) are there, be it twice. */
export function isComplete(match: HeaderMatch): boolean {
  return neededRoles(match).length === 0;
}

/** Roles still missing before anything can be imported. */
export function neededRoles(match: Pick<HeaderMatch, 'mapping' | 'duplicates'>): Role[] {
  const has = (role: Role) =>
    match.mapping[role] !== undefined || match.duplicates.some((entry) => entry.role === role);
  const missing: Role[] = [];
  if (!has('customer') && !has('email') && !has('phone') && !has('name')) missing.push('customer');
  if (!has('date')) missing.push('date');
  if (!has('amount') && !(has('quantity') && has('unitPrice'))) missing.push('amount');
  return missing;
}
