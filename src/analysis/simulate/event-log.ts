import type { AmountPart, Attribute, Transactions } from '../transactions';

/** One simulated row; money in cents. */
export interface Event {
  customer: number;
  day: number;
  /** 0 .. 1439, or -1 when the log knows no times. */
  minute: number;
  net: number;
  /** Order number, or -1 when the log knows none. */
  order: number;
  refund?: boolean;
  /** Amounts beside the net one; the same parts on every row of a log, or none. */
  parts?: Partial<Record<AmountPart, number>>;
  /** Value numbers, one per attribute of the log. */
  attributes?: readonly number[];
  endDay?: number;
}

export interface LogShape {
  customerCount: number;
  parts: readonly AmountPart[];
  attributes: readonly { name: string; values: string[] }[];
  minutes: boolean;
  orders: boolean;
  endDays: boolean;
  referredBy: Int32Array | null;
}

/** Events as transactions, in order of time as a shop would have written them down. */
export function transactionsOf(events: Event[], shape: LogShape): Transactions {
  events.sort((a, b) => a.day - b.day || a.minute - b.minute || a.customer - b.customer);
  const attributes: Attribute[] = shape.attributes.map(({ name, values }, which) => ({
    name,
    values,
    code: Uint32Array.from(events, (event) => event.attributes?.[which] ?? 0),
  }));
  return {
    rowCount: events.length,
    customerCount: shape.customerCount,
    customer: Uint32Array.from(events, (event) => event.customer),
    day: Int32Array.from(events, (event) => event.day),
    minute: shape.minutes ? Int16Array.from(events, (event) => event.minute) : null,
    net: Float64Array.from(events, (event) => event.net),
    scale: 2,
    order: shape.orders ? Uint32Array.from(events, (event) => event.order) : null,
    refund: Uint8Array.from(events, (event) => (event.refund === true ? 1 : 0)),
    parts: Object.fromEntries(
      shape.parts.map((part) => [
        part,
        Float64Array.from(events, (event) => event.parts?.[part] ?? 0),
      ]),
    ),
    attributes,
    referredBy: shape.referredBy,
    endDay: shape.endDays ? Int32Array.from(events, (event) => event.endDay!) : null,
  };
}

/** Ids as a shop would write them: the prefix and a number, all equally long. */
export function customerIds(prefix: string, count: number): string[] {
  const width = Math.max(4, String(count).length);
  return Array.from({ length: count }, (_, i) => prefix + String(i + 1).padStart(width, '0'));
}
