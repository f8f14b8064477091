import type { DatasetContent } from './dataset-columns';
import type { Attribute, Transactions } from '../analysis/transactions';

/**
 * Whether the columns of a dataset fit each other: all of one length, every index within what it points to. Content
 * that came from elsewhere is asked before any analysis sees it.
 */
export function isSound(content: DatasetContent): boolean {
  switch (content.kind) {
    case 'orders':
      return (
        content.customerIds.length === content.transactions.customerCount &&
        soundTransactions(content.transactions)
      );
    case 'customer-summary':
    case 'grouped-summary': {
      const { count, x, tx, T, m, orders, net, weight } = content.summary;
      const ids = content.kind === 'customer-summary' ? content.customerIds : null;
      return allOfLength(count, [x, tx, T], [m, orders, net, weight, ids]);
    }
    case 'durations': {
      const { duration, ended, attributes } = content.durations;
      return (
        allOfLength(duration.length, [duration, ended], []) &&
        attributes.every((attribute) => soundAttribute(attribute, duration.length))
      );
    }
    case 'survival-table':
      return content.table.cohorts.every(({ alive }) => alive.length > 0);
  }
}

function soundTransactions(transactions: Transactions): boolean {
  const { rowCount, customerCount, customer, day, minute, net, order, refund } = transactions;
  const { referredBy, endDay, parts, attributes, scale } = transactions;
  return (
    Number.isInteger(scale) &&
    scale >= 0 &&
    allOfLength(rowCount, [customer, day, net, refund], [minute, order, endDay]) &&
    Object.values(parts).every((part) => part.length === rowCount) &&
    customer.every((one) => one < customerCount) &&
    (order?.every((one) => one < rowCount) ?? true) &&
    (referredBy === null ||
      (referredBy.length === customerCount &&
        referredBy.every((one) => one >= -1 && one < customerCount))) &&
    attributes.every((attribute) => soundAttribute(attribute, rowCount))
  );
}

function soundAttribute({ values, code }: Partial<Attribute>, rows: number): boolean {
  return Boolean(values && code?.length === rows && code.every((one) => one < values.length));
}

type Lengthy = { length: number } | null | undefined;

function allOfLength(length: number, needed: Lengthy[], optional: Lengthy[]): boolean {
  return (
    Number.isInteger(length) &&
    needed.every((column) => column?.length === length) &&
    optional.every((column) => column === null || column?.length === length)
  );
}
