import type { CustomerSummary } from '../analysis/customer-summary';
import type { Durations } from '../analysis/survival/durations';
import type { SurvivalTable } from '../analysis/survival/survival-table';
import type { Texts } from '../analysis/texts';
import type { AmountPart, Attribute, Transactions } from '../analysis/transactions';
import type { Columns } from '../store/column-parts';

/** An order log: its transactions, and the ids of its customers by index. */
export interface DatasetColumns {
  transactions: Transactions;
  customerIds: Texts;
}

/** An opened dataset, by what one row of it is. */
export type DatasetContent =
  | ({ kind: 'orders' } & DatasetColumns)
  /** Entry i of the summary is the customer `customerIds[i]`. */
  | { kind: 'customer-summary'; summary: CustomerSummary; customerIds: Texts }
  | { kind: 'grouped-summary'; summary: CustomerSummary }
  | { kind: 'durations'; durations: Durations }
  | { kind: 'survival-table'; table: SurvivalTable };

/** What columns alone do not say about the transactions they hold. */
export interface ColumnFacts {
  rowCount: number;
  customerCount: number;
  scale: number;
  attributeNames: string[];
}

type SummaryFacts = Pick<CustomerSummary, 'count' | 'meanOf' | 'observationEnd'>;

/** The same by kind. Those of an order log carry no kind: datasets kept before there were others have none. */
export type ContentFacts =
  | ColumnFacts
  | { kind: 'customer-summary'; summary: SummaryFacts }
  | { kind: 'grouped-summary'; summary: SummaryFacts }
  | { kind: 'durations'; attributeNames: string[] }
  | { kind: 'survival-table'; cohortNames: string[] };

const PART = 'part:';

export function factsOf(content: DatasetContent): ContentFacts {
  switch (content.kind) {
    case 'orders': {
      const { rowCount, customerCount, scale, attributes } = content.transactions;
      const attributeNames = attributes.map(({ name }) => name);
      return { rowCount, customerCount, scale, attributeNames };
    }
    case 'customer-summary':
    case 'grouped-summary': {
      const { count, meanOf, observationEnd } = content.summary;
      return { kind: content.kind, summary: { count, meanOf, observationEnd } };
    }
    case 'durations':
      return {
        kind: 'durations',
        attributeNames: content.durations.attributes.map(({ name }) => name),
      };
    case 'survival-table':
      return { kind: 'survival-table', cohortNames: content.table.cohorts.map(({ name }) => name) };
  }
}

/** A dataset as the named columns that the store keeps. */
export function toColumns(content: DatasetContent): Columns {
  switch (content.kind) {
    case 'orders':
      return orderColumns(content);
    case 'customer-summary':
      return { ...summaryColumns(content.summary), customerIds: content.customerIds.slice() };
    case 'grouped-summary':
      return summaryColumns(content.summary);
    case 'durations': {
      const { duration, ended, attributes } = content.durations;
      return { duration, ended, ...attributeColumns(attributes) };
    }
    case 'survival-table':
      return Object.fromEntries(
        content.table.cohorts.map(({ alive }, index) => [
          `alive:${index}`,
          Float64Array.from(alive),
        ]),
      );
  }
}

/** The inverse of `toColumns`. */
export function fromColumns(columns: Columns, facts: ContentFacts): DatasetContent {
  if (!('kind' in facts)) return { kind: 'orders', ...ordersFrom(columns, facts) };
  switch (facts.kind) {
    case 'customer-summary':
      return {
        kind: facts.kind,
        summary: summaryFrom(columns, facts.summary),
        customerIds: columns['customerIds'] as string[],
      };
    case 'grouped-summary':
      return { kind: facts.kind, summary: summaryFrom(columns, facts.summary) };
    case 'durations':
      return {
        kind: facts.kind,
        durations: {
          duration: columns['duration'] as Float64Array,
          ended: columns['ended'] as Uint8Array,
          attributes: attributesFrom(columns, facts.attributeNames),
        },
      };
    case 'survival-table':
      return {
        kind: facts.kind,
        table: {
          cohorts: facts.cohortNames.map((name, index) => ({
            name,
            alive: Array.from(columns[`alive:${index}`] as Float64Array),
          })),
        },
      };
  }
}

function orderColumns({ transactions, customerIds }: DatasetColumns): Columns {
  const { customer, day, minute, net, order, refund, referredBy, endDay } = transactions;
  const columns: Columns = {
    customerIds: customerIds.slice(),
    customer,
    day,
    minute,
    net,
    order,
    refund,
    referredBy,
    endDay,
    ...attributeColumns(transactions.attributes),
  };
  for (const [part, values] of Object.entries(transactions.parts)) columns[PART + part] = values;
  return columns;
}

function ordersFrom(columns: Columns, facts: ColumnFacts): DatasetColumns {
  const parts: Partial<Record<AmountPart, Float64Array>> = {};
  for (const [name, values] of Object.entries(columns)) {
    if (name.startsWith(PART)) {
      parts[name.slice(PART.length) as AmountPart] = values as Float64Array;
    }
  }
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
      attributes: attributesFrom(columns, facts.attributeNames),
    },
  };
}

function summaryColumns({ x, tx, T, m, orders, net, weight }: CustomerSummary): Columns {
  return { x, tx, T, m, orders, net, weight };
}

function summaryFrom(columns: Columns, facts: SummaryFacts): CustomerSummary {
  const needed = (name: string) => columns[name] as Float64Array;
  const known = (name: string) => (columns[name] ?? null) as Float64Array | null;
  return {
    ...facts,
    x: needed('x'),
    tx: needed('tx'),
    T: needed('T'),
    m: known('m'),
    orders: known('orders'),
    net: known('net'),
    weight: known('weight'),
  };
}

function attributeColumns(attributes: readonly Attribute[]): Columns {
  const columns: Columns = {};
  for (const [index, attribute] of attributes.entries()) {
    columns[`attribute:${index}:values`] = attribute.values;
    columns[`attribute:${index}:code`] = attribute.code;
  }
  return columns;
}

function attributesFrom(columns: Columns, names: readonly string[]): Attribute[] {
  return names.map((name, index) => ({
    name,
    values: columns[`attribute:${index}:values`] as string[],
    code: columns[`attribute:${index}:code`] as Uint32Array,
  }));
}
