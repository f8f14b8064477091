import { customerAttribute, NO_VALUE } from '../../analysis/customer-attribute';
import type { Customers } from '../../analysis/customers';
import type { Texts } from '../../analysis/texts';
import type { Transactions } from '../../analysis/transactions';
import type { Cell } from '../../exports/safe-csv';
import type { CustomerRow } from '../contract/customers';
import type { Consent, ListColumn, ListOptions, ListSize } from '../contract/customer-list';

/** Who of a group may be written to. */
export interface Addressed {
  /** Positions in the customer table. */
  positions: Uint32Array;
  size: ListSize;
}

/**
 * Leaves out whom the suppress list names, then whom consent is not known of.
 *
 * @param among who is in the group, 1 or 0 per buyer
 * @param suppressed 1 per customer of the transactions on the list; null where it is not asked
 * @param consenting 1 per customer of the transactions who agreed; null where nobody is asked
 */
export function addressed(
  { buyers, customer }: Customers,
  among: Uint8Array,
  suppressed: Uint8Array | null,
  consenting: Uint8Array | null,
): Addressed {
  const positions = new Uint32Array(buyers.length);
  const size: ListSize = { chosen: 0, suppressed: 0, withoutConsent: 0, written: 0 };
  for (let i = 0; i < buyers.length; i++) {
    if (among[i] === 0) continue;
    const who = customer[buyers[i]];
    size.chosen++;
    if (suppressed?.[who] === 1) size.suppressed++;
    else if (consenting?.[who] === 0) size.withoutConsent++;
    else positions[size.written++] = buyers[i];
  }
  return { positions: positions.slice(0, size.written), size };
}

/** Ids are compared as they are, but for blanks around them. */
export function suppressedCustomers(ids: Texts, suppressed: readonly string[]): Uint8Array {
  const wanted = new Set(suppressed.map((id) => id.trim()));
  return Uint8Array.from(ids.slice(), (id) => (wanted.has(id.trim()) ? 1 : 0));
}

/** Customers of whom the attribute, last known, says one of the values; nobody where it is not mapped. */
export function consentingCustomers(
  transactions: Transactions,
  observationEnd: number,
  { attribute: name, values }: Consent,
): Uint8Array {
  const attribute = transactions.attributes.find((known) => known.name === name);
  if (!attribute) return new Uint8Array(transactions.customerCount);
  const said = customerAttribute(transactions, attribute, 'last', observationEnd);
  const agreed = new Set(values);
  return Uint8Array.from(said, (code) =>
    agreed.has(code === NO_VALUE ? '' : attribute.values[code]) ? 1 : 0,
  );
}

/** The value of an attribute, last known, by customer of the transactions; null where none is. */
export function lastKnown(
  transactions: Transactions,
  observationEnd: number,
  name: string,
): (customer: number) => string | null {
  const attribute = transactions.attributes.find((known) => known.name === name);
  if (!attribute) return () => null;
  const said = customerAttribute(transactions, attribute, 'last', observationEnd);
  return (customer) => (said[customer] === NO_VALUE ? null : attribute.values[said[customer]]);
}

/** A column's cell of a customer; segments and their actions in the words of the page. */
export function listCell(
  column: ListColumn,
  row: CustomerRow,
  id: string,
  words: ListOptions['words'],
): Cell {
  const segment = row.segment === null ? undefined : words[row.segment];
  switch (column) {
    case 'customer':
      return id;
    case 'segment':
      return segment?.name ?? row.segment;
    case 'action':
      return segment?.action ?? null;
    case 'first':
      return row.first;
    case 'last':
      return row.last;
    case 'orders':
      return row.orders;
    case 'net':
      return row.net;
    case 'R score':
      return row.rScore;
    case 'F score':
      return row.fScore;
    case 'M score':
      return row.mScore;
    case 'P(alive)':
      return row.alive;
    case 'churn risk':
      return row.alive === null ? null : 1 - row.alive;
    case 'expected purchases':
      return row.purchases;
    case 'CLV':
      return row.clv;
  }
}
