import fc from 'fast-check';
import { parseIsoDate } from '../../src/analysis/calendar';
import type { AmountPart, Transactions } from '../../src/analysis/transactions';

/** One row as a person would write it; amounts in units of the currency. */
export interface LedgerRow {
  customer: string;
  date: string;
  amount: number;
  order?: string;
  minute?: number;
  refund?: boolean;
  end?: string;
  parts?: Partial<Record<AmountPart, number>>;
  channel?: string;
}

/** Transactions of hand-written rows, in cents; a column exists when any row has it. */
export function ledger(rows: LedgerRow[]): Transactions {
  const dense = (values: string[]) => {
    const known = new Map<string, number>();
    return values.map((value) => known.get(value) ?? known.set(value, known.size).size - 1);
  };
  const customers = dense(rows.map((row) => row.customer));
  const dayOf = (text: string) => {
    const day = parseIsoDate(text);
    if (day === null) throw new Error(`no such date: ${text}`);
    return day;
  };
  const cents = (amount: number) => Math.round(amount * 100);
  const partNames = new Set(rows.flatMap((row) => Object.keys(row.parts ?? {}) as AmountPart[]));
  const channels = [...new Set(rows.map((row) => row.channel ?? ''))];
  return {
    rowCount: rows.length,
    customerCount: new Set(customers).size,
    customer: Uint32Array.from(customers),
    day: Int32Array.from(rows, (row) => dayOf(row.date)),
    minute: rows.some((row) => row.minute !== undefined)
      ? Int16Array.from(rows, (row) => row.minute ?? -1)
      : null,
    net: Float64Array.from(rows, (row) => cents(row.amount)),
    scale: 2,
    order: rows.some((row) => row.order !== undefined)
      ? Uint32Array.from(dense(rows.map((row) => row.order ?? '')))
      : null,
    refund: Uint8Array.from(rows, (row) => ((row.refund ?? row.amount < 0) ? 1 : 0)),
    parts: Object.fromEntries(
      [...partNames].map((name) => [
        name,
        Float64Array.from(rows, (row) => cents(row.parts?.[name] ?? 0)),
      ]),
    ),
    attributes: rows.some((row) => row.channel !== undefined)
      ? [
          {
            name: 'channel',
            values: channels,
            code: Uint32Array.from(rows, (row) => channels.indexOf(row.channel ?? '')),
          },
        ]
      : [],
    referredBy: null,
    endDay: rows.some((row) => row.end !== undefined)
      ? Int32Array.from(rows, (row) => (row.end === undefined ? -2147483648 : dayOf(row.end)))
      : null,
  };
}

/** Rows `[customer, date, amount]`, as in the published examples. */
export function simpleLedger(rows: [string | number, string, number][]): Transactions {
  return ledger(
    rows.map(([customer, date, amount]) => ({ customer: `${customer}`, date, amount })),
  );
}

/** The same rows in another order: `sequence[i]` is the old place of row i. Customer numbers stay. */
export function reordered(transactions: Transactions, sequence: number[]): Transactions {
  const { customer, day, minute, net, order, refund, parts, attributes, endDay } = transactions;
  return {
    ...transactions,
    customer: Uint32Array.from(sequence, (row) => customer[row]),
    day: Int32Array.from(sequence, (row) => day[row]),
    minute: minute === null ? null : Int16Array.from(sequence, (row) => minute[row]),
    net: Float64Array.from(sequence, (row) => net[row]),
    order: order === null ? null : Uint32Array.from(sequence, (row) => order[row]),
    refund: Uint8Array.from(sequence, (row) => refund[row]),
    parts: Object.fromEntries(
      Object.entries(parts).map(([name, column]) => [
        name,
        Float64Array.from(sequence, (row) => column[row]),
      ]),
    ),
    attributes: attributes.map((attribute) => ({
      ...attribute,
      code: Uint32Array.from(sequence, (row) => attribute.code[row]),
    })),
    endDay: endDay === null ? null : Int32Array.from(sequence, (row) => endDay[row]),
  };
}

/** Any small shop: a few customers over a year and a half, with refunds, zeros, repeated days and order ids. */
export const anyLedger: fc.Arbitrary<Transactions> = fc
  .record({
    ids: fc.boolean(),
    minutes: fc.boolean(),
    rows: fc.array(
      fc.record({
        customer: fc.integer({ min: 0, max: 7 }),
        day: fc.integer({ min: 20_000, max: 20_540 }),
        cents: fc.oneof(
          { weight: 6, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
          { weight: 1, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.integer({ min: -5_000, max: -1 }) },
        ),
        order: fc.integer({ min: 0, max: 25 }),
        minute: fc.integer({ min: -1, max: 1439 }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  })
  .map(({ ids, minutes, rows }) => ({
    rowCount: rows.length,
    customerCount: 8,
    customer: Uint32Array.from(rows, (row) => row.customer),
    day: Int32Array.from(rows, (row) => row.day),
    minute: minutes ? Int16Array.from(rows, (row) => row.minute) : null,
    net: Float64Array.from(rows, (row) => row.cents),
    scale: 2,
    order: ids ? Uint32Array.from(rows, (row) => row.order) : null,
    refund: Uint8Array.from(rows, (row) => (row.cents < 0 ? 1 : 0)),
    parts: {},
    attributes: [],
    referredBy: null,
    endDay: null,
  }));

/** A ledger and one permutation of its rows. */
export const anyLedgerShuffled = anyLedger.chain((transactions) =>
  fc
    .shuffledSubarray(
      Array.from({ length: transactions.rowCount }, (_, row) => row),
      { minLength: transactions.rowCount, maxLength: transactions.rowCount },
    )
    .map((sequence) => ({ transactions, shuffled: reordered(transactions, sequence) })),
);
