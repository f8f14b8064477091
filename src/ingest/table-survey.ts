import { Amount, readAmount } from './amount';
import { CalendarDate, readDate } from './calendar-date';
import type { DateOrder } from './choices';
import { DateEvidence } from './date-evidence';
import { eventMeaning } from './event-meaning';
import { NumberEvidence } from './number-evidence';
import type { TextRecord } from './record-stream';
import type { FoundTable } from './recognise-table';
import { DATE_ROLES, NUMBER_ROLES, type TableRole } from './table-roles';
import type { CellExample } from './understanding';

const ORDERS = ['dmy', 'mdy', 'ymd', null] as const;
const KEPT = 3;
const LARGEST_UNPROVEN = 100;

const amount = new Amount();
const date = new CalendarDate();

/** What all rows of a table say about how its columns are to be read. */
export class TableSurvey {
  readonly numbers: NumberEvidence[];
  readonly dates: DateEvidence[];
  /** Rows without a repeat purchase: those whose mean is blank or 0, and those whose mean is more. */
  meanless = 0;
  meanOfOne = 0;
  /** Rows without a repeat purchase whose recency is 0, and whose recency is all of T. */
  recencyZero = 0;
  recencyWhole = 0;
  ones = 0;
  zeros = 0;
  /** Cells of observed times, to be shown under each unit. */
  readonly times: CellExample[] = [];
  /** The largest value of a survival table, and whether any value has decimals. */
  mostAlive = 0;
  aliveDecimals = false;
  /** Currency written inside the cells of money, the first met; '' for none. */
  currency = '';
  readonly #table: FoundTable;
  readonly #latest = new Map<DateOrder | null, number>();

  constructor(table: FoundTable) {
    this.#table = table;
    const columns = (roles: readonly TableRole[]) =>
      roles.flatMap((role) => table.mapping[role] ?? []);
    const alive = table.kind === 'survival-table' ? table.others : [];
    this.numbers = [...columns(NUMBER_ROLES), ...alive].map(
      (column) => new NumberEvidence(column, 'amount'),
    );
    this.dates = columns(DATE_ROLES).map((column) => new DateEvidence(column, 'date'));
  }

  add({ cells, line }: TextRecord): void {
    const { kind, mapping, others } = this.#table;
    for (const evidence of this.numbers) {
      const text = cells[evidence.column] ?? '';
      evidence.add(kind === 'survival-table' ? text.replace('%', '') : text, line);
    }
    for (const evidence of this.dates) evidence.add(cells[evidence.column] ?? '', line);
    const text = (role: TableRole): string | null => {
      const column = mapping[role];
      return column === undefined ? null : (cells[column] ?? '').trim();
    };
    this.#addTimes(text, line);
    this.#addLast(text('last'));
    const event = eventMeaning(text('event') ?? '');
    if (event === 1) this.ones++;
    else if (event === 0) this.zeros++;
    if (kind === 'survival-table') for (const column of others) this.#addAlive(cells[column] ?? '');
    for (const role of ['m', 'revenue'] as const) this.#addCurrency(text(role));
  }

  /** Last day of a last order under an order of day and month; null without one. */
  latestUnder(order: DateOrder | null): number | null {
    return this.#latest.get(order) ?? null;
  }

  #addTimes(text: (role: TableRole) => string | null, line: number): void {
    const [T, tx] = [text('T'), text('tx')];
    const column = this.#table.mapping.T;
    const shown = this.times.length >= KEPT || this.times.some(({ text: known }) => known === T);
    if (T && column !== undefined && !shown && !isZero(T))
      this.times.push({ line, column, text: T });
    if (!this.#boughtOnce(text)) return;
    const mean = text('m');
    if (mean !== null) {
      if (mean === '' || isZero(mean)) this.meanless++;
      else if (isPositive(mean)) this.meanOfOne++;
    }
    if (tx === null || T === null || isZero(T)) return;
    if (isZero(tx)) this.recencyZero++;
    else if (tx === T) this.recencyWhole++;
  }

  #boughtOnce(text: (role: TableRole) => string | null): boolean {
    const x = text('x');
    if (x !== null) return isZero(x);
    const [first, last] = [text('first'), text('last')];
    if (first !== null && last !== null) return first === last;
    return isOne(text('occasions') ?? text('orders') ?? '');
  }

  #addLast(text: string | null): void {
    if (text === null) return;
    readDate(text, date);
    for (const order of ORDERS) {
      const day = date.dayUnder(order);
      if (typeof day !== 'number') continue;
      this.#latest.set(order, Math.max(day, this.#latest.get(order) ?? -Infinity));
    }
  }

  #addAlive(text: string): void {
    readAmount(text.replace('%', ''), amount);
    if (amount.fault !== null) return;
    if (amount.scale > 0) this.aliveDecimals = true;
    this.mostAlive = Math.max(this.mostAlive, amount.mantissa / 10 ** amount.scale);
  }

  #addCurrency(text: string | null): void {
    if (text === null || this.currency !== '') return;
    readAmount(text, amount);
    if (amount.fault === null) this.currency = amount.currency;
  }

  /** Only shares have decimals or stay below two; what begins with more than a hundred are customers. */
  get aliveScale(): 'percent' | 'count' | null {
    if (this.aliveDecimals || this.mostAlive <= 1) return 'percent';
    return this.mostAlive > LARGEST_UNPROVEN ? 'count' : null;
  }
}

function isZero(text: string): boolean {
  readAmount(text, amount);
  return amount.fault === null && amount.mantissa === 0;
}

function isPositive(text: string): boolean {
  readAmount(text, amount);
  return amount.fault === null && amount.whole > 0n;
}

function isOne(text: string): boolean {
  readAmount(text, amount);
  return amount.fault === null && amount.mantissa === 10 ** amount.scale;
}
