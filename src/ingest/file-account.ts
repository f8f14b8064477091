import { isoDate } from '../analysis/calendar';
import { decimalText } from './amount';
import { ExactSum } from './exact-sum';
import type { ExclusionCode, FileReport, RejectionCode, RowEntry } from './import-result';
import type { ReadingPlan } from './reading-plan';
import type { Understanding, ValueCount, Warning, WarningCode } from './understanding';

export const MOST_ENTRIES = 1000;
const MOST_EXAMPLES = 5;
const MOST_LISTED = 500;

/** What is told of a row that did not come in, beside its reason and its money. */
type RowFacts = Omit<RowEntry, 'code' | 'amount'>;

/** An exact amount: whole x 10^-places. */
export interface HeldMoney {
  whole: bigint;
  places: number;
}

/** Accounts for every row of one file. */
export class FileAccount {
  rows = 0;
  accepted = 0;
  blank = 0;
  customers = 0;
  firstDay = Infinity;
  lastDay = -Infinity;
  readonly revenue = new ExactSum();
  readonly #excluded = new Map<ExclusionCode, number>();
  readonly #rejected = new Map<RejectionCode, number>();
  readonly #leftOut = new Map<RowEntry['code'], ExactSum>();
  readonly #entries: RowEntry[] = [];
  readonly #warnings = new Map<WarningCode, Warning>();
  readonly #statuses = new Map<string, ValueCount & { excluded: boolean }>();
  readonly #currencies = new Map<string, number>();

  /** @param money the amount that the row held, null where there is none to be read */
  exclude(code: ExclusionCode, entry: () => RowFacts, money: HeldMoney | null): void {
    this.#excluded.set(code, (this.#excluded.get(code) ?? 0) + 1);
    this.#keep(code, entry, money);
  }

  /** @param money the amount that the row held, null where there is none to be read */
  reject(code: RejectionCode, entry: () => RowFacts, money: HeldMoney | null): void {
    this.#rejected.set(code, (this.#rejected.get(code) ?? 0) + 1);
    this.#keep(code, entry, money);
  }

  #keep(code: RowEntry['code'], entry: () => RowFacts, money: HeldMoney | null): void {
    if (money) {
      let sum = this.#leftOut.get(code);
      if (!sum) this.#leftOut.set(code, (sum = new ExactSum()));
      sum.addExact(money.whole, money.places);
    }
    if (this.#entries.length >= MOST_ENTRIES) return;
    const amount = money ? decimalText(money.whole, money.places) : null;
    this.#entries.push({ ...entry(), amount, code });
  }

  warn(code: WarningCode, line: number, text: () => string): void {
    let warning = this.#warnings.get(code);
    if (!warning) {
      warning = { code, count: 0, examples: [] };
      this.#warnings.set(code, warning);
    }
    warning.count++;
    if (warning.examples.length < MOST_EXAMPLES)
      warning.examples.push({ line, text: text().slice(0, 200) });
  }

  /** A warning that is not about rows. */
  warnOnce(code: WarningCode, count: number, texts: string[] = []): void {
    const examples = texts.map((text) => ({ line: 0, text: text.slice(0, 200) }));
    this.#warnings.set(code, { code, count, examples });
  }

  countStatus(status: string, excluded: boolean): void {
    const known = this.#statuses.get(status);
    if (known) known.rows++;
    else if (this.#statuses.size < MOST_LISTED)
      this.#statuses.set(status, { value: status, rows: 1, excluded });
  }

  countCurrency(currency: string): void {
    const rows = this.#currencies.get(currency);
    if (rows !== undefined) this.#currencies.set(currency, rows + 1);
    else if (this.#currencies.size < MOST_LISTED) this.#currencies.set(currency, 1);
  }

  acceptDay(day: number): void {
    this.accepted++;
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }

  /** The most frequent reason why rows did not come in, for the message when none did. */
  get commonestReason(): string {
    const counts = [...this.#rejected, ...this.#excluded].sort((one, other) => other[1] - one[1]);
    return counts.length > 0 ? counts[0][0] : '';
  }

  report(plan: ReadingPlan): FileReport {
    return this.reportOf(plan.understanding, {
      mapping: plan.mapping,
      identity: plan.identity,
      dateOrder: plan.date.order,
      decimal: plan.amount[plan.amount.length - 1].decimal,
    });
  }

  /** The account of a file that was read in this way. */
  reportOf(
    understanding: Understanding,
    reading: Pick<FileReport, 'mapping' | 'identity' | 'dateOrder' | 'decimal'>,
  ): FileReport {
    const warnings = [...this.#warnings.values()];
    for (const warning of understanding.warnings)
      if (!this.#warnings.has(warning.code)) warnings.push(warning);
    return {
      file: understanding.file,
      bytes: understanding.bytes,
      encoding: understanding.encoding,
      delimiter: understanding.delimiter,
      headerLine: understanding.headerLine,
      layout: understanding.layout,
      ...reading,
      columnNames: understanding.columns.map(({ name }) => name),
      rows: this.rows,
      accepted: this.accepted,
      blank: this.blank,
      excluded: Object.fromEntries(this.#excluded),
      rejected: Object.fromEntries(this.#rejected),
      leftOut: Object.fromEntries([...this.#leftOut].map(([code, sum]) => [code, String(sum)])),
      entries: this.#entries,
      warnings,
      statuses: byCount([...this.#statuses.values()].filter(({ value }) => value !== '')),
      currencies: byCount([...this.#currencies].map(([value, rows]) => ({ value, rows }))),
      revenue: this.revenue.toString(),
      customers: this.customers,
      firstDate: this.accepted > 0 ? isoDate(this.firstDay) : null,
      lastDate: this.accepted > 0 ? isoDate(this.lastDay) : null,
    };
  }
}

function byCount<T extends ValueCount>(counts: T[]): T[] {
  return counts.sort((one, other) => other.rows - one.rows || (one.value < other.value ? -1 : 1));
}
