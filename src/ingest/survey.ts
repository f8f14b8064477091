import { ColumnContent } from './column-content';
import { currencyOfCell } from './currency';
import { DateEvidence } from './date-evidence';
import { NumberEvidence } from './number-evidence';
import { OrderRows } from './order-evidence';
import type { TextRecord } from './record-stream';
import { MONEY_PARTS, type Mapping, type Role } from './roles';
import { statusText } from './statuses';
import type { PreviewRow, ValueCount } from './understanding';

/** Rows looked at to tell what a column holds. */
const CONTENT_ROWS = 1000;
const PREVIEW_ROWS = 20;
/** Statuses and currencies listed at most; a column with more of them is none. */
const MOST_LISTED = 500;

/** Money columns whose decimal sign must be known, in the order in which they are shown. */
const NUMBER_ROLES: readonly Role[] = ['amount', 'quantity', 'unitPrice', ...MONEY_PARTS];

/** What the columns hold, before it is known what they mean. */
export class ContentSurvey {
  readonly columns: ColumnContent[];
  readonly preview: PreviewRow[] = [];
  #rows = 0;

  constructor(names: readonly string[]) {
    this.columns = names.map((name, index) => new ColumnContent(index, name));
  }

  add(record: TextRecord): void {
    if (this.preview.length < PREVIEW_ROWS)
      this.preview.push({
        line: record.line,
        cells: record.cells.map((cell) => cell.slice(0, 200)),
      });
    if (this.#rows++ >= CONTENT_ROWS) return;
    this.columns.forEach((column, index) => {
      if (index < record.cells.length) column.add(record.cells[index]);
    });
  }
}

/** What the rows say under a mapping: number and date signs, statuses, currencies, orders of several rows. */
export class MeaningSurvey {
  readonly numbers: NumberEvidence[];
  readonly dates: DateEvidence[];
  readonly orders = new OrderRows();
  readonly #mapping: Mapping;
  readonly #statuses = new Map<string, number>();
  readonly #currencies = new Map<string, number>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    const fromPrice = mapping.amount === undefined;
    this.numbers = NUMBER_ROLES.flatMap((role) => {
      const column = mapping[role];
      const unused = !fromPrice && (role === 'quantity' || role === 'unitPrice');
      return column === undefined || unused ? [] : [new NumberEvidence(column, role)];
    });
    this.dates = (['date', 'endDate'] as const).flatMap((role) => {
      const column = mapping[role];
      return column === undefined ? [] : [new DateEvidence(column, role)];
    });
  }

  add({ cells, line }: TextRecord): void {
    const { status, currency, order, customer, amount } = this.#mapping;
    let inCell = '';
    for (const evidence of this.numbers) {
      if (evidence.column >= cells.length) continue;
      const read = evidence.add(cells[evidence.column], line);
      if (inCell === '') inCell = read.currency;
    }
    for (const evidence of this.dates)
      if (evidence.column < cells.length) evidence.add(cells[evidence.column], line);
    if (status !== undefined && status < cells.length)
      tally(this.#statuses, statusText(cells[status]));
    if (currency !== undefined) tally(this.#currencies, currencyOfCell(cells[currency] ?? ''));
    else tally(this.#currencies, inCell);
    if (order !== undefined && amount !== undefined)
      this.orders.add(cells[order] ?? '', cells[customer ?? -1] ?? '', cells[amount] ?? '');
  }

  /** Every column has shown what it needs to: no cell is left that reads in two ways. */
  get settled(): boolean {
    return !this.numbers.some((one) => one.ambiguous) && !this.dates.some((one) => one.ambiguous);
  }

  get statuses(): ValueCount[] {
    return listed(this.#statuses).filter(({ value }) => value !== '');
  }

  /** With '' for rows that name none; empty when no row names any. */
  get currencies(): ValueCount[] {
    const counts = listed(this.#currencies);
    return counts.some(({ value }) => value !== '') ? counts : [];
  }
}

function tally(counts: Map<string, number>, value: string): void {
  const count = counts.get(value);
  if (count !== undefined) counts.set(value, count + 1);
  else if (counts.size < MOST_LISTED) counts.set(value, 1);
}

function listed(counts: Map<string, number>): ValueCount[] {
  return [...counts]
    .map(([value, rows]) => ({ value, rows }))
    .sort((one, other) => other.rows - one.rows || (one.value < other.value ? -1 : 1));
}
