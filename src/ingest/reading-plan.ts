import type { Choices, DateOrder, DecimalSign } from './choices';
import { columnOf, layoutById } from './layouts/recognise';
import type { Layout } from './layouts/layout';
import { MONEY_PARTS, type IdentityKind, type Mapping, type MoneyPart } from './roles';
import { excludedByDefault, isRefundedStatus, statusText } from './statuses';
import type { Understanding } from './understanding';

/** A money column and how it is read. The sign may still be open; the first cell that proves one sets it. */
export interface MoneyColumn {
  column: number;
  decimal: DecimalSign | null;
  /** The person decided: a cell that does not fit is an error, not a reason to ask again. */
  chosen: boolean;
}

export interface PartColumn extends MoneyColumn {
  part: MoneyPart;
  deducted: boolean;
}

export interface DateColumn {
  column: number;
  order: DateOrder | null;
  chosen: boolean;
}

/** Everything needed to read the rows of one file, worked out once from its understanding. */
export interface ReadingPlan {
  understanding: Understanding;
  mapping: Mapping;
  identity: IdentityKind;
  /** Cells of the header row as they would be repeated; null without a header. */
  header: readonly string[] | null;
  /** Number of columns; a record with text beyond them is too long. */
  width: number;
  /** Last column without which a row cannot be read. */
  lastNeeded: number;
  customer: number;
  date: DateColumn;
  endDate: DateColumn | null;
  /** The amount, or quantity and unit price. */
  amount: MoneyColumn[];
  parts: PartColumn[];
  attributes: { column: number; name: string }[];
  drops: { column: number; pattern: RegExp; reason: 'STATUS_EXCLUDED' | 'NOT_A_SALE' }[];
  /** Rows of which `type` matches name their customer in another column; null where none do. */
  paidBackTo: { column: number; type: number; pattern: RegExp } | null;
  /** Whether a status leaves its row out, or marks it as paid back in full. */
  statusMeaning: (cell: string) => { status: string; excluded: boolean; refunded: boolean };
  /** The one currency kept; null while none has turned up. */
  currency: string | null;
  currencyChosen: boolean;
  itemRows: boolean;
  negativeFees: boolean;
  orderTotals: 'once' | 'each';
  /** Some file of the dataset counts an order's amount once, so that accepted orders are remembered. */
  tracksOrders: boolean;
  dropDuplicates: boolean;
  /** IANA zone in which an instant's date is taken; null: as written. */
  zone: string | null;
}

/** @throws Error when the understanding still lacks a needed column: the caller must not get this far */
export function readingPlan(
  understanding: Understanding,
  choices: Choices,
  currency: string | null,
  tracksOrders: boolean,
): ReadingPlan {
  const { mapping, identity } = understanding;
  const layout = layoutById(understanding.layout);
  if (!identity || mapping.date === undefined)
    throw new Error('A file without a customer or a date column cannot be read');
  const header =
    understanding.headerLine === null ? null : understanding.columns.map(({ name }) => name);
  const names = header ?? [];
  const money = (column: number): MoneyColumn => {
    const reading = understanding.numbers.find((one) => one.column === column);
    return {
      column,
      decimal: reading?.decimal ?? choices.decimal ?? null,
      chosen: choices.decimal !== undefined && reading?.basis !== 'proven',
    };
  };
  const date = (column: number): DateColumn => {
    const reading = understanding.dates.find((one) => one.column === column);
    return {
      column,
      order: reading?.order ?? choices.dateOrder ?? null,
      chosen: choices.dateOrder !== undefined && reading?.basis !== 'proven',
    };
  };
  const shownStatuses = new Set(understanding.statuses.map(({ value }) => value));
  const amountColumns = [mapping.amount ?? mapping.quantity, mapping.amount ?? mapping.unitPrice];
  const amount = [...new Set(amountColumns.filter((column) => column !== undefined))];
  return {
    understanding,
    mapping,
    identity: identity.kind,
    header,
    width: understanding.columns.length,
    lastNeeded: Math.max(identity.column, mapping.date, ...amount),
    customer: identity.column,
    date: date(mapping.date),
    endDate: mapping.endDate === undefined ? null : date(mapping.endDate),
    amount: amount.map(money),
    parts: MONEY_PARTS.flatMap((part) => {
      const column = mapping[part];
      const deducted = part !== 'cost' && understanding.deduct.includes(part);
      return column === undefined ? [] : [{ ...money(column), part, deducted }];
    }),
    attributes: understanding.attributes.map((column) => ({
      column,
      name: names[column] || `${column + 1}`,
    })),
    drops: dropsOf(layout, names, mapping),
    paidBackTo: paidBackTo(layout, names, identity.column),
    statusMeaning: (cell) => {
      const status = statusText(cell);
      // What was decided is about the statuses shown; others further down keep their default.
      const decided = choices.excludedStatuses !== undefined && shownStatuses.has(status);
      const excluded = decided
        ? choices.excludedStatuses!.includes(status)
        : excludedByDefault(status);
      const repaid =
        mapping.refund === undefined && !layout?.refundHasRow && isRefundedStatus(status);
      return { status, excluded, refunded: repaid };
    },
    currency,
    currencyChosen: choices.currency !== undefined,
    itemRows: layout?.itemRows ?? false,
    negativeFees: layout?.negativeFees ?? false,
    orderTotals: orderTotalsOf(understanding, choices),
    tracksOrders,
    dropDuplicates: choices.dropDuplicates ?? false,
    zone: choices.zone ?? null,
  };
}

/** Whether an order's amount counts once or on each of its lines. */
export function orderTotalsOf(understanding: Understanding, choices: Choices): 'once' | 'each' {
  return choices.orderTotals ?? understanding.orderTotals ?? 'each';
}

function paidBackTo(
  layout: Layout | null,
  names: readonly string[],
  customer: number,
): ReadingPlan['paidBackTo'] {
  // Where the person has chosen another column for the customer, it names the same one on every row.
  const payer = layout?.columns.customer?.[0];
  if (!layout?.paidBackTo || payer === undefined || columnOf(names, payer) !== customer)
    return null;
  const column = columnOf(names, layout.paidBackTo.column);
  const type = columnOf(names, layout.paidBackTo.type);
  return column < 0 || type < 0 ? null : { column, type, pattern: layout.paidBackTo.pattern };
}

function dropsOf(
  layout: Layout | null,
  names: readonly string[],
  mapping: Mapping,
): ReadingPlan['drops'] {
  const drops: ReadingPlan['drops'] = (layout?.drop ?? []).flatMap(
    ({ column, pattern, reason }) => {
      const index = columnOf(names, column);
      return index < 0 ? [] : [{ column: index, pattern, reason }];
    },
  );
  if (mapping.cancelledAt !== undefined)
    drops.push({ column: mapping.cancelledAt, pattern: /\S/, reason: 'STATUS_EXCLUDED' });
  return drops;
}
