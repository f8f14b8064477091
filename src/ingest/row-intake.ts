import type { Cells } from './cells';
import type { DatasetIntake } from './dataset-intake';
import type { FileAccount, HeldMoney } from './file-account';
import { ID_FORMULA, ID_INVISIBLE, ID_NORMALISED, ID_PLACEHOLDER, ID_TRIMMED } from './customer-id';
import type { ExclusionCode, RejectionCode } from './import-result';
import { NO_MINUTE } from './clock-time';
import { currencyOfCell } from './currency';
import type { IdTable } from './id-table';
import { RowMoney } from './row-money';
import type { DateColumn, ReadingPlan } from './reading-plan';
import { RowDates } from './row-dates';
import type { WarningCode } from './understanding';

const ID_WARNINGS: readonly [number, WarningCode][] = [
  [ID_TRIMMED, 'ID_TRIMMED'],
  [ID_NORMALISED, 'ID_NORMALISED'],
  [ID_INVISIBLE, 'ID_INVISIBLE_CHARS'],
  [ID_PLACEHOLDER, 'PLACEHOLDER_ID'],
  [ID_FORMULA, 'FORMULA_LIKE_IDS'],
];

type StatusMeaning = ReturnType<ReadingPlan['statusMeaning']>;

/** Takes the rows of one file, one after the other, by the rules of the contract. */
export class RowIntake {
  /** Set when a cell shows that the reading agreed on does not hold for the file: everything stops. */
  unsettled = false;
  readonly #plan: ReadingPlan;
  readonly #dataset: DatasetIntake;
  readonly #account: FileAccount;
  readonly #fileIndex: number;
  readonly #dates: RowDates;
  readonly #money: RowMoney;
  readonly #statuses: StatusMeaning[] = [];
  readonly #currencies: string[] = [];
  readonly #dateHeaderIsText: boolean;
  readonly #attributes: { column: number; place: number; table: IdTable }[];
  #cells: Cells | null = null;
  #line = 0;
  #lastLine = 0;

  /** @param today day since 1970-01-01; rows dated after the next day are rejected */
  constructor(
    plan: ReadingPlan,
    dataset: DatasetIntake,
    account: FileAccount,
    fileIndex: number,
    today: number,
  ) {
    this.#plan = plan;
    this.#dataset = dataset;
    this.#account = account;
    this.#fileIndex = fileIndex;
    this.#dates = new RowDates(plan, today + 1);
    this.#money = new RowMoney(plan);
    this.#dateHeaderIsText = !/^\d/.test(plan.header?.[plan.date.column] ?? '');
    this.#attributes = plan.attributes.map(({ column, name }) => ({
      column,
      place: dataset.builder.attribute(name),
      table: dataset.attributeTable(name),
    }));
  }

  /** A stretch of text that is no record. */
  takeFault(code: RejectionCode, line: number, lastLine: number, text: string): void {
    this.#account.rows++;
    this.#account.reject(code, () => ({ line, lastLine, column: null, text }), null);
  }

  /** Something odd about a record that keeps it from nothing. */
  warn(code: WarningCode, line: number, text: string): void {
    this.#account.warn(code, line, () => text);
  }

  take(cells: Cells, line: number, lastLine: number): void {
    const plan = this.#plan;
    const account = this.#account;
    this.#cells = cells;
    this.#line = line;
    this.#lastLine = lastLine;
    if (cells.isBlank(plan.customer) && isBlankRow(cells)) {
      account.rows++;
      account.blank++;
      return;
    }
    account.rows++;
    if (plan.header && this.#repeatsHeader(cells, plan.header)) {
      this.#reject('HEADER_REPEATED', null);
      return;
    }
    if (cells.count !== plan.width) {
      for (let column = plan.width; column < cells.count; column++) {
        if (cells.isBlank(column)) continue;
        this.#reject('ROW_TOO_LONG', column);
        return;
      }
      if (cells.count <= plan.lastNeeded) {
        this.#reject('ROW_TOO_SHORT', cells.count);
        return;
      }
    }
    const knownOrders = this.#dataset.orders.size;
    const order = this.#orderOf(cells);
    const item = order >= 0 && order < knownOrders && this.#isItemRow(cells);
    const status = this.#statusOf(cells);
    if (status?.excluded) {
      this.#exclude('STATUS_EXCLUDED', plan.mapping.status ?? null);
      return;
    }
    for (const { column, pattern, reason } of plan.drops) {
      if (!pattern.test(cells.text(column).trim())) continue;
      this.#exclude(reason, column);
      return;
    }
    if (item) {
      this.#exclude('LINE_ITEM', null);
      return;
    }
    const column = this.#customerColumn(cells);
    const customer = cells.id(column, this.#dataset.customers);
    const remarks = this.#dataset.customers.remarksOf(customer);
    if (this.#dataset.customers.lastTooLong) this.#reject('CELL_TOO_LONG', column);
    else if (this.#dataset.customers.isEmpty(customer)) this.#reject('CUSTOMER_EMPTY', column);
    else this.#takeSale(cells, customer, remarks, order, status?.refunded ?? false);
  }

  #customerColumn(cells: Cells): number {
    const { customer, paidBackTo } = this.#plan;
    if (paidBackTo === null || cells.isBlank(paidBackTo.column)) return customer;
    return paidBackTo.pattern.test(cells.text(paidBackTo.type)) ? paidBackTo.column : customer;
  }

  #takeSale(
    cells: Cells,
    customer: number,
    remarks: number,
    order: number,
    refunded: boolean,
  ): void {
    const plan = this.#plan;
    const account = this.#account;
    const day = this.#dates.read(cells);
    if (this.#dates.unsettled) {
      this.unsettled = true;
      return;
    }
    if (typeof day !== 'number') {
      this.#reject(day, plan.date.column);
      return;
    }
    const fault = this.#money.read(cells);
    if (this.#money.unsettled) {
      this.unsettled = true;
      return;
    }
    if (fault) {
      this.#reject(fault.code, fault.column);
      return;
    }
    if (!this.#keepsCurrency(cells)) return;
    const once = plan.orderTotals === 'once' && order >= 0 && !this.#money.negative;
    if (once && this.#dataset.hasOrder(order, customer)) {
      this.#exclude('ORDER_TOTAL_REPEATED', plan.mapping.amount ?? null);
      return;
    }
    cells.hashLine(this.#dataset.repeats);
    if (this.#dataset.repeats.seenBefore(order)) {
      if (plan.dropDuplicates) {
        this.#exclude('DUPLICATE_ROW', null);
        return;
      }
      account.warn('DUPLICATE_ROWS', this.#line, () => cells.lineText());
    }
    this.#accept(cells, customer, day, order, refunded);
    if (remarks !== 0)
      for (const [bit, code] of ID_WARNINGS)
        if (remarks & bit)
          account.warn(code, this.#line, () => cells.text(this.#customerColumn(cells)));
    if (cells.count < plan.width)
      account.warn('ROW_SHORT_OPTIONAL', this.#line, () => cells.lineText());
    if (this.#dates.remarkable)
      for (const code of this.#dates.remarks)
        account.warn(code, this.#line, () => cells.text(plan.date.column));
  }

  #accept(cells: Cells, customer: number, day: number, order: number, refunded: boolean): void {
    const { builder } = this.#dataset;
    const account = this.#account;
    const index = this.#dataset.customerIndex(customer, this.#fileIndex);
    if (this.#dataset.firstInFile) account.customers++;
    account.acceptDay(day);
    builder.add(index, day);
    this.#money.store(builder, account, this.#line, refunded);
    if (this.#dates.minute !== NO_MINUTE) builder.setMinute(this.#dates.minute);
    if (order >= 0) {
      builder.setOrder(order);
      if (this.#plan.tracksOrders) this.#dataset.acceptOrder(order, customer);
    }
    for (const { column, place, table } of this.#attributes)
      builder.setAttribute(place, cells.id(column, table));
    const { referredBy } = this.#plan.mapping;
    if (referredBy !== undefined && !cells.isBlank(referredBy))
      this.#dataset.refer(index, cells.id(referredBy, this.#dataset.customers));
    if (this.#plan.endDate) {
      this.#storeEndDate(cells, this.#plan.endDate);
      this.unsettled = this.#dates.unsettled;
    }
  }

  #storeEndDate(cells: Cells, column: DateColumn): void {
    const day = this.#dates.readEnd(cells, column);
    if (typeof day === 'number') this.#dataset.builder.setEndDay(day);
    else if (day !== null)
      this.#account.warn('END_DATE_INVALID', this.#line, () => cells.text(column.column));
  }

  #statusOf(cells: Cells): StatusMeaning | null {
    const { status } = this.#plan.mapping;
    if (status === undefined) return null;
    const code = cells.exact(status, this.#dataset.statuses);
    const meaning = (this.#statuses[code] ??= this.#plan.statusMeaning(cells.text(status)));
    this.#account.countStatus(meaning.status, meaning.excluded);
    return meaning;
  }

  /** Number of the row's order id, -1 without one. */
  #orderOf(cells: Cells): number {
    const { order } = this.#plan.mapping;
    if (order === undefined) return -1;
    const id = cells.id(order, this.#dataset.orders);
    return this.#dataset.orders.isEmpty(id) ? -1 : id;
  }

  /** A further line of an order whose amounts stand on an earlier one. */
  #isItemRow(cells: Cells): boolean {
    const { amount, itemRows, customer, date } = this.#plan;
    if (!cells.isBlank(amount[0].column)) return false;
    return itemRows || (cells.isBlank(customer) && cells.isBlank(date.column));
  }

  #keepsCurrency(cells: Cells): boolean {
    const plan = this.#plan;
    const column = plan.mapping.currency;
    const currency = column === undefined ? this.#money.currency : this.#currencyOf(cells, column);
    if (currency !== '' || column !== undefined) this.#account.countCurrency(currency);
    if (currency === '' ? !plan.currencyChosen || !this.#mixed : currency === plan.currency)
      return true;
    if (currency !== '' && !plan.currencyChosen) {
      if (plan.currency === null) {
        plan.currency = currency;
        return true;
      }
      this.unsettled = true;
      return false;
    }
    this.#reject('CURRENCY_EXCLUDED', column ?? plan.mapping.amount ?? null);
    return false;
  }

  /** Several currencies are known to be in the file: a row that names none cannot be placed. */
  get #mixed(): boolean {
    return this.#plan.understanding.currencies.filter(({ value }) => value !== '').length > 1;
  }

  #currencyOf(cells: Cells, column: number): string {
    const code = cells.exact(column, this.#dataset.currencies);
    return (this.#currencies[code] ??= currencyOfCell(cells.text(column)));
  }

  #repeatsHeader(cells: Cells, header: readonly string[]): boolean {
    if (cells.count !== header.length) return false;
    // Dates mostly begin with a digit and their headers do not: this tells nearly all rows apart at once.
    if (this.#dateHeaderIsText && cells.startsWithDigit(this.#plan.date.column)) return false;
    return header.every((name, index) => cells.text(index).trim() === name);
  }

  #reject(code: RejectionCode, column: number | null): void {
    this.#account.reject(code, () => this.#facts(column), this.#moneyHeld());
  }

  #exclude(code: ExclusionCode, column: number | null): void {
    this.#account.exclude(code, () => this.#facts(column), this.#moneyHeld());
  }

  #facts(column: number | null) {
    const cells = this.#cells;
    const text = (column === null ? cells?.lineText() : cells?.text(column)) ?? '';
    return { line: this.#line, lastLine: this.#lastLine, column, text: text.slice(0, 200) };
  }

  #moneyHeld(): HeldMoney | null {
    return this.#cells && this.#money.held(this.#cells);
  }
}

function isBlankRow(cells: Cells): boolean {
  for (let column = 0; column < cells.count; column++) if (!cells.isBlank(column)) return false;
  return true;
}
