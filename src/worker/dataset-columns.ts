import type { AmountPart, Attribute, Transactions } from '../analysis/transactions';
import type { Columns } from '../store/column-parts';

/** What columns alone do not say about the transactions they hold. */
export interface ColumnFacts {
  rowCount: number;
  customerCount: number;
  scale: number;
  attributeNames: string[];
}

const PART = 'part:';

/** An opened dataset: its transactions, and the ids of its customers by index. */
export interface DatasetColumns {
  transactions: Transactions;
  customerIds: string[];
}

export function factsOf(transactions: Transactions): ColumnFacts {
  const { rowCount, customerCount, scale, attributes } = transactions;
  return { rowCount, customerCount, scale, attributeNames: attributes.map(({ name }) => name) };
}

/** Transactions as the named columns that the store keeps. */
export function toColumns({ transactions, customerIds }: DatasetColumns): Columns {
  const { customer, day, minute, net, order, refund, referredBy, endDay } = transactions;
  const columns: Columns = {
    customerIds,
    customer,
    day,
    minute,
    net,
    order,
    refund,
    referredBy,
    endDay,
  };
  for (const [part, values] of Object.entries(transactions.parts)) columns[PART + part] = values;
  for (const [index, attribute] of transactions.attributes.entries()) {
    columns[`attribute:${index}:values`] = attribute.values;
    columns[`attribute:${index}:code`] = attribute.code;
  }
  return columns;
}

/** The inverse of `toColumns`. */
export function fromColumns(columns: Columns, facts: ColumnFacts): DatasetColumns {
  const parts: Partial<Record<AmountPart, Float64Array>> = {};
  for (const [name, values] of Object.entries(columns)) {
    if (name.startsWith(PART)) {
      parts[name.slice(PART.length) as AmountPart] = values as Float64Array;
    }
  }
  const attributes = facts.attributeNames.map((name, index): Attribute => ({
    name,
    values: columns[`attribute:${index}:values`] as string[],
    code: columns[`attribute:${index}:code`] as Uint32Array,
  }));
  return {
    customerIds: columns['customerIds'] as string[],
    transactions: {
      rowCount: facts.rowCount,
      customerCount: facts.customerCount,
      scale: facts.scale,
      customer: columns['customer'] as Uint32Array,
      day: columns['day'] as Int32Array,
      minute: (columns['minute'] ?? null) as Int16Array | null,
      net: columns['net'] as Float64Array,
      order: (columns['order'] ?? null) as Uint32Array | null,
      refund: columns['refund'] as Uint8Array,
      referredBy: (columns['referredBy'] ?? null) as Int32Array | null,
      endDay: (columns['endDay'] ?? null) as Int32Array | null,
      parts,
      attributes,
    },
  };
}
